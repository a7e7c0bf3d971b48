import { unreviewedTogether } from '../build/unreviewed';
import type { EnvironmentReview } from '../model/review';
import { count } from '../text/count';

/** More of them say no more. */
const MOST = 20;

/** `Not reviewed: 4 changes of aws_db_instance, aws_elasticache_cluster`; no types where there is none. */
export function unreviewedWords(
  environments: readonly EnvironmentReview[],
): { readonly text: string; readonly types: readonly string[] } | undefined {
  const all = unreviewedTogether(environments) ?? [];
  if (all.length === 0) return undefined;
  const changes = all.reduce((sum, each) => sum + each.changes, 0);
  const rest = all.length - MOST;
  const types = all.slice(0, MOST).map(({ type }) => type);
  return {
    text: `Not reviewed: ${count(changes, 'change')} of`,
    types: rest > 0 ? [...types, `${rest} more types`] : types,
  };
}
