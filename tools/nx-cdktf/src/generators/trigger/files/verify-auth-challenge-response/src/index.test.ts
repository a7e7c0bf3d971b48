import { type VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as VerifyAuthChallengeResponseTriggerEvent;

it.each([
  ['123456', true],
  ['654321', false],
])('%s is right: %j', async (challengeAnswer, answerCorrect) => {
  const event = newEvent();
  event.request.challengeAnswer = challengeAnswer;

  expect((await handler(event)).response).toEqual({ answerCorrect });
});
