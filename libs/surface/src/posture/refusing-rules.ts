/* eslint-disable @typescript-eslint/no-require-imports -- loading is most of a synthesis */
import type { PostureRule } from './rule';
import type * as rules from './rules';
import { criticalRules } from './critical-rules';
import { THRESHOLDS, type Tier } from './thresholds';

/** Rules that can refuse a deployment at a tier; a synthesis asks no others, so it loads no others. */
export const refusingRules = (tier: Tier): readonly PostureRule[] =>
  THRESHOLDS[tier] === 'critical' ? criticalRules : (require('./rules') as typeof rules).postureRules;
