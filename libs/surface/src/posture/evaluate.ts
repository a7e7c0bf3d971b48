import { suppress, type Suppressed, type Suppression } from '../findings/suppress';
import { SEVERITIES, type Finding, type Severity } from '../findings/finding';
import type { Surface, Unknown } from '../model';
import { findPosture } from './find';
import type { PostureRule } from './rule';
import { THRESHOLDS, type Tier } from './thresholds';

export interface PostureTerms {
  /** What the environment is for; decides how much is tolerated. */
  readonly tier: Tier;
  readonly acknowledge: readonly Suppression[];
}

export interface PostureEvaluation extends Omit<Suppressed, 'open'> {
  /** So severe that nothing may be deployed. */
  readonly refused: readonly Finding[];
  readonly tolerated: readonly Finding[];
  readonly threshold: Severity;
}

/**
 * What is wrong with the stacks of one environment as they stand, and whether that is too much for its tier.
 *
 * @param rules all, or only those that can refuse
 */
export function evaluatePosture(
  surface: Surface<Unknown>,
  terms: PostureTerms,
  rules: readonly PostureRule[],
): PostureEvaluation {
  const { open, suppressed, unused } = suppress(findPosture(surface, rules), terms.acknowledge, rules);
  const threshold = THRESHOLDS[terms.tier];
  const isTooMuch = ({ severity }: Finding) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
  return {
    refused: open.filter(isTooMuch),
    tolerated: open.filter((finding) => !isTooMuch(finding)),
    suppressed,
    unused,
    threshold,
  };
}
