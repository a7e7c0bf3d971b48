import type { Unknown, UserPool } from '../model';
import { isUnknown } from '../model/value';

const CHALLENGES = ['define_auth_challenge', 'create_auth_challenge', 'verify_auth_challenge_response'] as const;

/** The triggers of custom challenges that a pool has, and those that it surely has not. */
export function challengeTriggersOf({ triggers }: Pick<UserPool<Unknown>, 'triggers'>): {
  readonly there: readonly string[];
  readonly missing: readonly string[];
} {
  if (isUnknown(triggers)) return { there: CHALLENGES, missing: [] };
  const isThere = (trigger: string) => triggers[trigger] !== undefined;
  return { there: CHALLENGES.filter(isThere), missing: CHALLENGES.filter((trigger) => !isThere(trigger)) };
}
