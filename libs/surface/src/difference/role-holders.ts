import { knownItems } from '../model/lists';
import type { IdentityPool, RoleReference, Unknown } from '../model';
import type { Resource } from '../terraform/resource';
import type { Comparison } from './comparison';
import { placeOf } from './pairs';

/** Who gets the credentials of a role from an identity pool. */
export type PoolHolder = 'guests' | 'people';

/** Roles that identity pools give out, by place and by ARN. */
export function poolHolders({ after }: Comparison): (role: Resource | undefined) => PoolHolder | undefined {
  const found = new Map<string, PoolHolder>();
  for (const pool of after.identityPools) {
    for (const role of rolesOfPeople(pool)) for (const key of keysOf(pool, role)) found.set(key, 'people');
  }
  for (const { roleArn } of after.userGroups) if (typeof roleArn === 'string') found.set(roleArn, 'people');
  for (const pool of after.identityPools) {
    if (pool.guests === false) continue;
    for (const key of keysOf(pool, pool.unauthenticatedRole)) found.set(key, 'guests');
  }
  return (role) => role && (found.get(placeOf(role)) ?? found.get(textOf(role.peek('arn'))));
}

const textOf = (arn: unknown): string => (typeof arn === 'string' ? arn : '');

const rolesOfPeople = ({ authenticatedRole, roleMappings }: IdentityPool<Unknown>) => [
  authenticatedRole,
  ...knownItems(roleMappings).flatMap(({ rules }) => knownItems(rules)),
];

const keysOf = (pool: IdentityPool<Unknown>, role: RoleReference<Unknown> | undefined): readonly string[] => [
  ...(role?.role === undefined ? [] : [placeOf({ ...pool, address: role.role })]),
  ...(typeof role?.arn === 'string' ? [role.arn] : []),
];
