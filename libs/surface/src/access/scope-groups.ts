import type { GroupScopes, Unknown, UserPool } from '../model';
import { isUnknown } from '../model/value';

/** The groups whose members get a scope, by scope. A scope that is not in it is anyone's whose app may ask for it. */
export type ScopeGroups = Readonly<Record<string, readonly string[]>>;

/** `{ admins: ['reports/write'] }` -> `{ 'reports/write': ['admins'] }` */
export function groupsByScope(mapping: GroupScopes): ScopeGroups {
  const groups: Record<string, string[]> = {};
  for (const [group, scopes] of Object.entries(mapping)) {
    for (const scope of scopes) (groups[scope] ??= []).push(group);
  }
  return groups;
}

/** Of several pools: the scopes that each of them keeps for groups. */
export function scopeGroupsOf(pools: readonly UserPool<Unknown>[]): ScopeGroups {
  const [first, ...others] = pools.map(({ groupScopes }) =>
    groupScopes === undefined || isUnknown(groupScopes) ? {} : groupsByScope(groupScopes),
  );
  const kept = Object.entries(first ?? {}).filter(([scope]) => others.every((each) => each[scope] !== undefined));
  return Object.fromEntries(
    kept.map(([scope, groups]) => [scope, [...new Set([groups, ...others.map((each) => each[scope] ?? [])].flat())]]),
  );
}
