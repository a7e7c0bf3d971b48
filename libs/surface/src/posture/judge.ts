import { acknowledge, type Acknowledged, type Acknowledgement } from '../findings/acknowledge';
import { SEVERITIES, type Finding, type Severity } from '../findings/finding';
import type { Surface, Unknown } from '../model';
import { posture } from './posture';
import { postureRules } from './rules';

export interface PostureTerms {
  /** What the environment is for; decides how much is tolerated. */
  readonly tier: keyof typeof THRESHOLDS;
  readonly acknowledge: readonly Acknowledgement[];
}

export interface PostureVerdict extends Omit<Acknowledged, 'open'> {
  /** So severe that nothing may be deployed. */
  readonly refused: readonly Finding[];
  readonly tolerated: readonly Finding[];
  readonly threshold: Severity;
}

/** The mildest severity that refuses a deployment; docs/decisions/0008-posture-at-synth.md says why. */
const THRESHOLDS = {
  local: 'critical',
  development: 'critical',
  staging: 'high',
  production: 'high',
} as const satisfies Record<string, Severity>;

/** What is wrong with the stacks of one environment as they stand, and whether that is too much for its tier. */
export function judgePosture(surface: Surface<Unknown>, terms: PostureTerms): PostureVerdict {
  const { open, acknowledged, idle } = acknowledge(posture(surface), terms.acknowledge, postureRules);
  const threshold = THRESHOLDS[terms.tier];
  const isTooMuch = ({ severity }: Finding) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
  return {
    refused: open.filter(isTooMuch),
    tolerated: open.filter((finding) => !isTooMuch(finding)),
    acknowledged,
    idle,
    threshold,
  };
}
