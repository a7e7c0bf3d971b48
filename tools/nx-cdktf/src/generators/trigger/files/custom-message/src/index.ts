import { type CustomMessageTriggerEvent } from 'aws-lambda';

/** What the subject says; for everything else, Cognito's own text of the pool is sent. */
const subjects: Partial<Record<CustomMessageTriggerEvent['triggerSource'], { en: string; de: string }>> = {
  CustomMessage_SignUp: { en: 'Welcome', de: 'Willkommen' },
  CustomMessage_ForgotPassword: { en: 'A new password', de: 'Ein neues Passwort' },
};

/** Before Cognito sends a message. The text must hold `codeParameter`, in whose place the code is sent. */
export async function handler(event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> {
  const { codeParameter, userAttributes } = event.request;
  const german = userAttributes.locale?.startsWith('de') === true;
  const subject = subjects[event.triggerSource]?.[german ? 'de' : 'en'];
  if (subject === undefined) return event;
  event.response.emailSubject = subject;
  event.response.emailMessage = german ? `Ihr Code: ${codeParameter}` : `Your code: ${codeParameter}`;
  return event;
}
