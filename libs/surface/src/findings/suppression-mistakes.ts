import { didYouMean } from '@gatehouse/checks';
import type { RuleInfo } from './rule';
import { isPlaced, type Suppression } from './suppress';

/**
 * What is wrong with suppressions, one sentence each: they suppress nothing, though their authors rely on them.
 *
 * @param where they are written: `acknowledge`, `libs/rules`
 * @param rules every rule there is
 */
export const suppressionMistakes = (
  where: string,
  suppressions: readonly Suppression[],
  unused: readonly Suppression[],
  rules: readonly Pick<RuleInfo, 'id' | 'fields'>[],
): readonly string[] => {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return suppressions.flatMap((entry) => {
    const rule = known.get(entry.rule);
    const text = !rule
      ? `there is no rule "${entry.rule}"${of(entry)}. ${didYouMean(entry.rule, [...known.keys()]) ?? 'docs/rules.md lists them.'}`
      : !isPlaced(entry) && rule.fields === undefined
        ? `rule "${entry.rule}" needs the "address" of the place that it accepts.`
        : unused.includes(entry)
          ? `rule "${entry.rule}" finds nothing${at(entry)}. Remove the entry, so that it does not hide a later mistake.`
          : undefined;
    return text === undefined ? [] : [`${where}: ${text}`];
  });
};

const placeOf = ({ address, stack }: Suppression): string =>
  [address, stack === undefined ? undefined : `stack ${stack}`].filter((part) => part !== undefined).join(', ');
const of = (entry: Suppression): string => (isPlaced(entry) ? ` (for ${placeOf(entry)})` : '');
const at = (entry: Suppression): string => (isPlaced(entry) ? ` at ${placeOf(entry)}` : ' in this environment');
