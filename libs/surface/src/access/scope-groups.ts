import { groupBy } from '../group-by';
import type { GroupScopes, Unknown, UserPool } from '../model';
import { isUnknown } from '../model/value';

/** The groups whose members get a scope, by scope. A scope that is not in it is anyone's whose app may ask for it. */
export type ScopeGroups = Readonly<Record<string, readonly string[]>>;

/** A scope may have any name, `constructor` too. */
export const groupsWith = (groups: ScopeGroups, scope: string): readonly string[] | undefined =>
  Object.hasOwn(groups, scope) ? groups[scope] : undefined;

/** `{ admins: ['reports/write'] }` -> `{ 'reports/write': ['admins'] }` */
export function groupsByScope(mapping: GroupScopes): ScopeGroups {
  const pairs = Object.entries(mapping).flatMap(([group, scopes]) => scopes.map((scope) => ({ group, scope })));
  const byScope = groupBy(pairs, ({ scope }) => scope);
  return Object.fromEntries([...byScope].map(([scope, all]) => [scope, all.map(({ group }) => group)]));
}

/** Of several pools: the scopes that each of them keeps for groups. */
export function scopeGroupsOf(pools: readonly UserPool<Unknown>[]): ScopeGroups {
  const [first, ...others] = pools.map(({ groupScopes }) =>
    groupScopes === undefined || isUnknown(groupScopes) ? {} : groupsByScope(groupScopes),
  );
  const kept = Object.entries(first ?? {}).filter(([scope]) => others.every((each) => groupsWith(each, scope)));
  return Object.fromEntries(
    kept.map(([scope, groups]) => [
      scope,
      [...new Set([groups, ...others.map((each) => groupsWith(each, scope) ?? [])].flat())],
    ]),
  );
}
