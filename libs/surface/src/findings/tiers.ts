import type { Severity } from './finding';

/** The mildest severity that refuses a deployment; docs/decisions/0008-posture-at-synth.md says why. */
export const THRESHOLDS = {
  local: 'critical',
  development: 'critical',
  staging: 'high',
  production: 'high',
} as const satisfies Record<string, Severity>;

/** What an environment is for. */
export type Tier = keyof typeof THRESHOLDS;
