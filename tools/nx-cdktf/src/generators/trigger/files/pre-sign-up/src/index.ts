import { type PreSignUpTriggerEvent } from 'aws-lambda';

/**
 * Before an account is made: by the person, by an administrator (`PreSignUp_AdminCreateUser`) or at the first sign-in through
 * another provider (`PreSignUp_ExternalProvider`). The message of an error is shown to who asked.
 */
export async function handler(event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> {
  const { email = '' } = event.request.userAttributes;
  if (!email.toLowerCase().endsWith('@example.com')) throw new Error('An address of example.com is needed.');
  // event.response.autoConfirmUser = true would make the account without a code.
  return event;
}
