import { type ReadPlans, verdictTable } from '@gatehouse/surface';
import { isChange } from '../digest/is-change';
import type { EnvironmentReview } from '../model/review';

/** Changes of types that no table of verdicts knows, by type. */
export function unreviewedTypes({ plans, policy }: ReadPlans): EnvironmentReview['unreviewed'] {
  const { has } = verdictTable(policy?.verdicts);
  const counts = new Map<string, number>();
  for (const change of plans.flatMap(({ changes }) => changes)) {
    if (isChange(change) && !has(change.type)) counts.set(change.type, (counts.get(change.type) ?? 0) + 1);
  }
  return listOf(counts);
}

/** Of several reviews together. */
export function unreviewedTogether(
  reviews: readonly Pick<EnvironmentReview, 'unreviewed'>[],
): EnvironmentReview['unreviewed'] {
  const counts = new Map<string, number>();
  for (const { type, changes } of reviews.flatMap(({ unreviewed = [] }) => unreviewed))
    counts.set(type, (counts.get(type) ?? 0) + changes);
  return listOf(counts);
}

const listOf = (counts: ReadonlyMap<string, number>): EnvironmentReview['unreviewed'] =>
  counts.size === 0
    ? undefined
    : [...counts].map(([type, changes]) => ({ type, changes })).sort((a, b) => (a.type < b.type ? -1 : 1));
