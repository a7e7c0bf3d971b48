import type { Unknown } from '../model';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

/** The user pool that a resource belongs to. */
export function poolOf(
  member: Resource,
  catalog: Catalog,
): { readonly userPoolId: string | Unknown; readonly userPool?: string } {
  const userPoolId = member.text('user_pool_id', unknown());
  const pool = catalog.target(member, userPoolId, 'aws_cognito_user_pool');
  return { userPoolId, ...(pool ? { userPool: pool.address } : {}) };
}
