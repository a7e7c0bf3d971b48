import type { Unknown } from '../model';
import type { OfUserPool } from '../model/of-user-pool';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

/** The user pool that a resource belongs to. */
export function poolOf(
  member: Resource,
  catalog: Catalog,
): Pick<OfUserPool<Unknown>, 'userPool' | 'userPoolId' | 'userPoolStack'> {
  const userPoolId = member.text('user_pool_id', unknown());
  const pool = catalog.target(member, userPoolId, 'aws_cognito_user_pool');
  if (!pool) return { userPoolId };
  const elsewhere = pool.stack !== undefined && pool.stack !== member.stack;
  return { userPoolId, userPool: pool.address, ...(elsewhere ? { userPoolStack: pool.stack } : {}) };
}
