import { type CreateAuthChallengeTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';
import { sendCode } from './send-code';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as CreateAuthChallengeTriggerEvent;

jest.mock('./send-code');
beforeEach(() => jest.mocked(sendCode).mockClear());

it('sends the person a code that the client does not see', async () => {
  const { response } = await handler(newEvent());

  const { code } = response.privateChallengeParameters;
  expect(code).toMatch(/^[0-9]{6}$/);
  expect(sendCode).toHaveBeenCalledWith(documented.request.userAttributes, code);
  expect(response.publicChallengeParameters).toEqual({ question: 'Which code did we send you?' });
});

it('asks for the same code after a wrong answer', async () => {
  const event = newEvent();
  const answered = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: '123456' } as const;
  event.request.session = [answered];

  expect((await handler(event)).response.privateChallengeParameters).toEqual({ code: '123456' });
  expect(sendCode).not.toHaveBeenCalled();
});

it('asks someone who has no account as well, and sends nothing', async () => {
  const event = newEvent();
  event.request.userNotFound = true;

  expect((await handler(event)).response.publicChallengeParameters).toHaveProperty('question');
  expect(sendCode).not.toHaveBeenCalled();
});
