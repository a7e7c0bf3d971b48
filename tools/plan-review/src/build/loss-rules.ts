import type { RuleSet } from '@gatehouse/surface';

/** Rules whose findings can follow from each other: what belongs to a thing is lost with it. */
export const lossRules = ({ all }: RuleSet): ReadonlySet<string> =>
  new Set(all.filter(({ isLoss }) => isLoss).map(({ id }) => id));
