import { type PreAuthenticationTriggerEvent } from 'aws-lambda';

/** Before the password is looked at. The message of an error is shown to who signs in. */
export async function handler(event: PreAuthenticationTriggerEvent): Promise<PreAuthenticationTriggerEvent> {
  if (event.request.userAttributes['custom:suspended'] === 'true') throw new Error('This account is suspended.');
  return event;
}
