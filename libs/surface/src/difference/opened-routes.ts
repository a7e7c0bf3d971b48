import type { Route } from '../access/route';
import { groupBy } from '../group-by';
import type { Unknown, UserPoolClient } from '../model';
import { knownItems } from '../model/lists';
import { isUnknown } from '../model/value';
import type { Comparison } from './comparison';
import { poolsOf } from './scope-holders';

type Client = UserPoolClient<Unknown>;

/** What tells which routes of its pool a client can call with scopes: `, and call DELETE /orders`; empty: none is known. */
export function openedBy({ routes }: Comparison): (client: Client, scopes: readonly string[]) => string {
  const asking = groupBy(
    routes.flatMap(({ after }) => (after ? scopesOf(after).map((scope) => ({ scope, route: after })) : [])),
    ({ scope }) => scope,
  );
  return ({ userPool }, scopes) => {
    const found = scopes.flatMap((scope) => asking.get(scope) ?? []).map(({ route }) => route);
    const own = found.filter((route) => userPool !== undefined && poolsOf(route)?.includes(userPool));
    const titles = [...new Set(own.map(({ title }) => title))];
    if (titles.length === 0) return '';
    const rest = titles.length > 3 ? ` and ${titles.length - 3} more` : '';
    return `, and call ${titles.slice(0, 3).join(', ')}${rest}`;
  };
}

const scopesOf = ({ guard }: Route): readonly string[] =>
  isUnknown(guard) || guard.scopes === undefined ? [] : knownItems(guard.scopes);
