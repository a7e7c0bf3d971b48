import type { Located, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Comparison } from './comparison';

/** Something of a user pool or identity pool, and the id of the pool. */
export interface OfPool {
  readonly part: Located;
  readonly id: unknown;
}

/**
 * Whether the pool of a new object is there before the plan, so that the object is news for its users. A pool that is
 * made together with the object has none; one that is replaced is reported itself.
 */
export function ofExistingPool({ part, id }: OfPool, { changeAt }: Pick<Comparison, 'changeAt'>): boolean {
  if (!isUnknown(id)) return true;
  const made = (id.references ?? []).some((reference) => isMade(reference, placeIn(part, id), changeAt));
  return !made;
}

const placeIn = ({ stack }: Located, id: Unknown) => id.stack ?? stack;

/** `module.a.aws_cognito_user_pool.people.id`: whether the object is made by the plan. */
function isMade(reference: string, stack: string | undefined, changeAt: Comparison['changeAt']): boolean {
  for (let end = reference.length; end > 0; end = reference.lastIndexOf('.', end - 1)) {
    const change = changeAt({ address: reference.slice(0, end), stack });
    if (change) return change.before === undefined || change.action === 'replace';
  }
  return false;
}
