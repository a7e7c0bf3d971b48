import { type PostAuthenticationTriggerEvent } from 'aws-lambda';

/** After a password is accepted, before the tokens are handed out. */
export async function handler(event: PostAuthenticationTriggerEvent): Promise<PostAuthenticationTriggerEvent> {
  const { clientId } = event.callerContext;
  console.info({ message: 'signed in', userName: event.userName, clientId, newDevice: event.request.newDeviceUsed });
  return event;
}
