import type { Unknown } from './model';
import { isUnknown } from './model/value';

/**
 * Terraform's sets are lists without an order of their own in JSON: the same in every reading here, what is unknown last.
 */
export const sortedBy = <T>(items: readonly T[], key: (item: T) => string | Unknown): T[] =>
  [...items].sort((a, b) => compare(key(a), key(b)));

function compare(a: string | Unknown, b: string | Unknown): number {
  if (isUnknown(a) || isUnknown(b)) return Number(isUnknown(a)) - Number(isUnknown(b));
  return a === b ? 0 : a < b ? -1 : 1;
}
