import { closest, distance } from 'fastest-levenshtein';
import type { Suppression } from './suppress';

/**
 * What is wrong with suppressions of rules that do not exist, one sentence each: they would hide nothing, and whoever
 * wrote them believes that they do. Entries without an address speak of environment rules and are not looked at.
 *
 * @param known ids of all posture and difference rules
 */
export const unknownRules = (
  suppressions: readonly Suppression[],
  known: readonly string[],
): readonly string[] =>
  suppressions
    .filter(({ rule, address }) => address !== undefined && !known.includes(rule))
    .map(
      ({ rule, address }) => `acknowledge: there is no rule "${rule}" (for ${address}). ${hint(rule, known)}`,
    );

function hint(rule: string, known: readonly string[]): string {
  const best = known.length === 0 ? undefined : closest(rule, [...known]);
  const near = best !== undefined && distance(rule, best) <= Math.max(2, Math.floor(best.length / 4));
  return near ? `Did you mean "${best}"?` : 'docs/rules.md lists them.';
}
