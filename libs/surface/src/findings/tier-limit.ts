import type { Evaluation } from './evaluate';
import { isAsSevere } from './finding';
import type { Tier } from './tiers';

/** What a tier refuses, as a sentence; also what every tier refuses, where that is why it refuses something here. */
export function tierLimit(tier: Tier, { refused, threshold }: Evaluation): string {
  const limit = threshold === 'critical' ? 'critical' : `${threshold} or worse`;
  const always = refused.some(({ severity }) => !isAsSevere(severity, threshold))
    ? '; no tier accepts what AWS refuses'
    : '';
  return `Tier "${tier}" accepts nothing ${limit}${always}.`;
}
