/* eslint-disable @typescript-eslint/no-require-imports -- loading is most of a synthesis */
import { environmentRules } from '../environment/rules';
import { criticalRules } from '../posture/critical-rules';
import { refusalRules } from '../refusal/refusal';
import type * as posture from '../posture/posture';
import type { AnyRule } from './rule';
import { THRESHOLDS, type Tier } from './tiers';

/** Whether it helps that a team accepts what a rule finds: AWS refuses all the same, unless it is a quota that AWS raises. */
export const isWorthAccepting = (rule: string): boolean =>
  refusalRules.every(({ id, isRaised = false }) => id !== rule || isRaised);

/** Rules that can refuse a deployment at a tier; a synthesis asks no others, so it loads no others. */
export const refusingRules = (tier: Tier): readonly AnyRule[] => [
  ...(THRESHOLDS[tier] === 'critical' ? criticalRules : (require('../posture/posture') as typeof posture).postureRules),
  ...refusalRules,
  ...environmentRules,
];
