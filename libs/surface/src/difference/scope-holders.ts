import type { Route } from '../access/route';
import { groupBy } from '../group-by';
import type { Surface, Unknown, UserPoolClient } from '../model';
import { isWhole } from '../model/lists';
import { nameOf } from '../model/located';
import { isUnknown } from '../model/value';
import { keysOf, type ScopeKeys } from './scope-keys';

type Client = UserPoolClient<Unknown>;

/** App clients that can get a token which a route takes. */
export interface Holders {
  readonly people: readonly string[];
  readonly machine: readonly string[];
}

/** Finds who can get the scopes of a route; undefined: it asks for none, or its pool or clients are not known. */
export function scopeHolders({ clients }: Pick<Surface<Unknown>, 'clients'>): (route: Route) => Holders | undefined {
  const byPool = groupBy(clients, ({ userPool }) => userPool);
  return (route) => {
    const scopes = scopesOf(route);
    const pools = poolsOf(route);
    if (!scopes || !pools) return undefined;
    const able = pools.flatMap((pool) => byPool.get(pool) ?? []).filter((client) => isInAudience(client, route));
    const holding = (kind: keyof ScopeKeys) =>
      able.filter((client) => keysOf(client)[kind].some((scope) => scopes.includes(scope))).map(nameOf);
    return { people: holding('people'), machine: holding('machine') };
  };
}

/** `users of app client spa`, `nobody (no client may have orders/admin)` */
export function holdersInWords({ people, machine }: Holders, route: Route): string {
  const clients = (names: readonly string[]) => `app client${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
  const all = [
    ...(people.length === 0 ? [] : [`users of ${clients(people)}`]),
    ...(machine.length === 0 ? [] : [`${clients(machine)} without a user`]),
  ];
  return all.length > 0 ? all.join(', ') : `nobody (no client may have ${(scopesOf(route) ?? []).join(' or ')})`;
}

/** Whether someone can get a token for a route who could not before. */
export const hasMore = (before: Holders, after: Holders): boolean =>
  after.people.some((name) => !before.people.includes(name)) ||
  after.machine.some((name) => !before.machine.includes(name));

/** The scopes that a route asks for, where they are known. */
function scopesOf({ guard }: Route): readonly string[] | undefined {
  const scopes = isUnknown(guard) ? undefined : guard.scopes;
  return scopes !== undefined && isWhole(scopes) && scopes.length > 0 ? scopes : undefined;
}

/** The user pools of a route, where all of them are known. */
export function poolsOf({ authorizer }: Route): readonly string[] | undefined {
  if (!authorizer) return undefined;
  const { pools, issuers } = authorizer;
  return pools.length > 0 && pools.length === (isUnknown(issuers) ? 1 : issuers.length) ? pools : undefined;
}

function isInAudience({ id }: Client, { authorizer }: Route): boolean {
  const audience = authorizer?.audience ?? [];
  if (isUnknown(audience) || audience.length === 0 || isUnknown(id)) return true;
  return audience.some((each) => isUnknown(each) || each === id);
}
