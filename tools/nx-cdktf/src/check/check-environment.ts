import { join } from 'node:path';
import { loadEnvironment } from '@gatehouse/environment';
import {
  differenceRules,
  evaluatePosture,
  postureRules,
  type PostureEvaluation,
  unknownRules,
  type Unread,
} from '@gatehouse/surface';
import { synthesizedSurface } from '../synthesized-surface';

export interface CheckResult extends PostureEvaluation {
  readonly environment: string;
  readonly tier: string;
  /** False: something is refused, or an acknowledgement hides nothing. */
  readonly passed: boolean;
  /** What is wrong with suppressions, one sentence each. */
  readonly mistakes: readonly string[];
  /** What could not be looked into. */
  readonly unread: readonly Unread[];
}

/**
 * Judges what is synthesized for an environment by the posture rules.
 *
 * @throws EnvironmentError for a wrong environment
 * @throws SetupError when it is not synthesized
 */
export function checkEnvironment(workspaceRoot: string, name: string): CheckResult {
  const environment = loadEnvironment(name, { directory: join(workspaceRoot, 'environments') });
  const surface = synthesizedSurface(join(workspaceRoot, 'apps', name));
  const verdict = evaluatePosture(surface, environment, postureRules);
  const known = [...postureRules, ...differenceRules].map(({ id }) => id);
  const mistakes = [
    ...unknownRules(environment.acknowledge, known),
    ...verdict.unused.map(
      ({ rule, address }) =>
        `acknowledge: rule "${rule}" finds nothing at ${address}. Remove the entry, so that it does not hide a later mistake.`,
    ),
  ];
  return {
    environment: name,
    tier: environment.tier,
    passed: verdict.refused.length === 0 && mistakes.length === 0,
    ...verdict,
    mistakes,
    unread: surface.unread,
  };
}
