import { type UserMigrationTriggerEvent } from 'aws-lambda';
import { find, signIn } from './former-directory';

/**
 * When someone signs in, or forgot the password (`UserMigration_ForgotPassword`), whom the pool does not know. What is
 * returned becomes an account; the client needs the flow USER_PASSWORD_AUTH, so that the password arrives here.
 */
export async function handler(event: UserMigrationTriggerEvent): Promise<UserMigrationTriggerEvent> {
  const signsIn = event.triggerSource === 'UserMigration_Authentication';
  const person = signsIn ? await signIn(event.userName, event.request.password) : await find(event.userName);
  if (person === undefined) throw new Error('Incorrect username or password.');
  // A code for a forgotten password is sent to an address that is verified only.
  event.response.userAttributes = { ...person, email_verified: 'true' };
  event.response.messageAction = 'SUPPRESS';
  if (signsIn) event.response.finalUserStatus = 'CONFIRMED';
  return event;
}
