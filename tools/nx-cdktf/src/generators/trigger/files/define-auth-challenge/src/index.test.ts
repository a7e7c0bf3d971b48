import { type DefineAuthChallengeTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as DefineAuthChallengeTriggerEvent;

const answered = (...results: boolean[]) => {
  const event = newEvent();
  event.request.session = results.map((challengeResult) => ({ challengeName: 'CUSTOM_CHALLENGE', challengeResult }));
  return event;
};

it('asks at the beginning', async () => {
  const { response } = await handler(newEvent());

  expect(response).toEqual({ challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false });
});

it('gives tokens for a right answer', async () => {
  expect((await handler(answered(false, true))).response).toMatchObject({ issueTokens: true });
});

it('gives none to someone who has no account', async () => {
  const event = answered(true);
  event.request.userNotFound = true;

  expect((await handler(event)).response).toMatchObject({ issueTokens: false });
});

it.each([
  [[false, false], false],
  [[false, false, false], true],
])('after %j, ends the sign-in: %j', async (results, failAuthentication) => {
  expect((await handler(answered(...results))).response).toMatchObject({ issueTokens: false, failAuthentication });
});
