import { type VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';

type Event = VerifyAuthChallengeResponseTriggerEvent;

/** Sign-in by questions of your own: whether the answer is the code that was sent. */
export async function handler(event: Event): Promise<Event> {
  const { challengeAnswer, privateChallengeParameters } = event.request;
  event.response.answerCorrect = challengeAnswer === privateChallengeParameters.code;
  return event;
}
