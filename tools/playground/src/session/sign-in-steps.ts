import { signal } from '@preact/signals';
import { type Challenge, type Step } from '../cognito/sign-in';
import { type Client, type UserPool } from '../contract';
import { focusNextStep } from '../view';
import { session, type Session } from './session';

/** What is typed in, kept while other pages are looked at. */
export const username = signal('');
export const password = signal('');

/** What Cognito asks for between two steps of a sign-in. */
export const challenge = signal<{ readonly challenge: Challenge; readonly way: Session['way'] } | undefined>(undefined);

/** Signed in, or one more step. */
export function takeStep(step: Step, pool: UserPool, client: Client, way: Session['way']): void {
  focusNextStep();
  if ('challenge' in step) {
    challenge.value = { challenge: step.challenge, way };
    return;
  }
  challenge.value = undefined;
  password.value = '';
  session.value = { poolId: pool.id, clientId: client.id, way, tokens: step.tokens };
}
