import type { Severity } from '../findings/finding';

/** The mildest severity that refuses a deployment; docs/decisions/0008-posture-at-synth.md says why. */
export const THRESHOLDS = {
  local: 'critical',
  development: 'critical',
  staging: 'high',
  production: 'high',
} as const satisfies Record<string, Severity>;

export type Tier = keyof typeof THRESHOLDS;
