import { randomInt } from 'node:crypto';
import { type CreateAuthChallengeTriggerEvent } from 'aws-lambda';
import { sendCode } from './send-code';

/** Sign-in by questions of your own: sends a code, and asks for the same one again after a wrong answer. */
export async function handler(event: CreateAuthChallengeTriggerEvent): Promise<CreateAuthChallengeTriggerEvent> {
  const { session, userAttributes, userNotFound } = event.request;
  // The client never sees the metadata, nor the private parameters, which only the next function gets.
  let code = session.at(-1)?.challengeMetadata;
  if (code === undefined) {
    code = randomInt(1_000_000).toString().padStart(6, '0');
    if (userNotFound !== true) await sendCode(userAttributes, code);
  }
  event.response.publicChallengeParameters = { question: 'Which code did we send you?' };
  event.response.privateChallengeParameters = { code };
  event.response.challengeMetadata = code;
  return event;
}
