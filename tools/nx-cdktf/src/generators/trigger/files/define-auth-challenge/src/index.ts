import { type DefineAuthChallengeTriggerEvent } from 'aws-lambda';

const MOST_ANSWERS = 3;

/** Sign-in by questions of your own: tokens after the first right answer, the end after three wrong ones. */
export async function handler(event: DefineAuthChallengeTriggerEvent): Promise<DefineAuthChallengeTriggerEvent> {
  const { session, userNotFound } = event.request;
  const right = session.at(-1)?.challengeResult === true;
  // A client that hides who has an account asks people who have none too.
  event.response.issueTokens = right && userNotFound !== true;
  event.response.failAuthentication = !right && session.length >= MOST_ANSWERS;
  event.response.challengeName = 'CUSTOM_CHALLENGE';
  return event;
}
