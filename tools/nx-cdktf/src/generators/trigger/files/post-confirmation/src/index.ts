import { type PostConfirmationTriggerEvent } from 'aws-lambda';

/** After an account is confirmed, and after a forgotten password is replaced (`PostConfirmation_ConfirmForgotPassword`). */
export async function handler(event: PostConfirmationTriggerEvent): Promise<PostConfirmationTriggerEvent> {
  if (event.triggerSource === 'PostConfirmation_ConfirmSignUp') {
    // Cognito may call twice for one person, so what is done here must bear it.
    console.info({ message: 'account confirmed', userName: event.userName });
  }
  return event;
}
