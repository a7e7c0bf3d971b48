import { didYouMean } from '@gatehouse/checks';
import type { Finding } from './finding';
import type { Family, RuleInfo } from './rule';
import { isPlaced, suppressionFor, type Suppressed, type Suppression } from './suppress';

/**
 * What is wrong with suppressions, one sentence each: they suppress nothing, though their authors rely on them.
 *
 * @param where they are written: `acknowledge`, `libs/rules`
 * @param rules every rule there is
 */
export function suppressionMistakes(
  where: string,
  suppressions: readonly Suppression[],
  { unused, missed }: Pick<Suppressed, 'unused' | 'missed'>,
  rules: readonly Known[],
): readonly string[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const idle = new Set(unused);
  return suppressions.flatMap((entry) => {
    const rule = known.get(entry.rule);
    const text =
      rule === undefined
        ? `there is no rule "${entry.rule}"${of(entry)}. ${didYouMean(entry.rule, [...known.keys()]) ?? 'docs/rules.md lists them.'}`
        : mistakeOf(entry, rule, idle.has(entry), missed.get(entry) ?? []);
    return text === undefined ? [] : [`${where}: ${text}`];
  });
}

type Known = Pick<RuleInfo, 'id' | 'fields'> & { readonly family?: Family };

function mistakeOf(entry: Suppression, rule: Known, isUnused: boolean, found: readonly Finding[]): string | undefined {
  if (!isPlaced(entry) && rule.fields === undefined)
    return `rule "${entry.rule}" needs the "address" of the place that it accepts.`;
  if (entry.of === undefined && (rule.family === 'difference' || found.some((finding) => finding.of)))
    return `rule "${entry.rule}"${of(entry)} needs "of", what it accepts there and nothing else. ${toPaste(found)}`;
  if (found.length > 0) return `rule "${entry.rule}" finds something else${at(entry)}. ${toPaste(found)}`;
  return isUnused
    ? `rule "${entry.rule}" finds nothing${at(entry)}. Remove the entry, so that it does not hide a later mistake.`
    : undefined;
}

const toPaste = ([finding]: readonly Finding[]): string =>
  finding === undefined
    ? 'The review of a plan prints the entry for each finding.'
    : `To accept what is found: ${suppressionFor(finding)}`;

const placeOf = ({ address, stack }: Suppression): string =>
  [address, stack === undefined ? undefined : `stack ${stack}`].filter((part) => part !== undefined).join(', ');
const of = (entry: Suppression): string => (isPlaced(entry) ? ` (for ${placeOf(entry)})` : '');
const at = (entry: Suppression): string => (isPlaced(entry) ? ` at ${placeOf(entry)}` : ' in this environment');
