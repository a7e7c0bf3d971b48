import { check, type IUserPool } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type Group } from './group';

const known = new WeakMap<IUserPool, Map<string, Group>>();

/**
 * The groups of a pool that are declared in this synthesis, by name.
 * @example groupsOf(users).has('admins')
 */
export const groupsOf = (pool: IUserPool): ReadonlyMap<string, Group> => known.get(pool) ?? new Map();

/** @throws ConstructError when another one of the pool has the name. */
export function registerGroup(pool: IUserPool, group: Group): void {
  if (Token.isUnresolved(group.groupName)) return;
  const holder = groupsOf(pool).get(group.groupName);
  check(group, holder === undefined, {
    prop: 'groupName',
    expected: 'a name that no other group of the pool has',
    found: group.groupName,
    fix: `It belongs to ${holder?.node.path}: use that group, or choose another name`,
  });
  known.set(pool, new Map([...groupsOf(pool), [group.groupName, group]]));
}
