import { check, type IUserPool } from '@gatehouse/construct-kit';
import { type ResourceServer } from './resource-server';

interface Known {
  /** Whether the pool has no others: it is made here. */
  readonly complete: boolean;
  readonly byIdentifier: Map<string, ResourceServer>;
}

const known = new WeakMap<IUserPool, Known>();

/** The resource servers of a pool that are declared in this synthesis, by identifier. */
export function serversOf(pool: IUserPool): Known {
  const servers = known.get(pool) ?? { complete: false, byIdentifier: new Map<string, ResourceServer>() };
  known.set(pool, servers);
  return servers;
}

/** Says that a pool is made here, so that it has no resource servers but those that are declared. */
export const hasNoOthers = (pool: IUserPool): void =>
  void known.set(pool, { complete: true, byIdentifier: new Map<string, ResourceServer>() });

/** @throws ConstructError when another one of the pool has the identifier. */
export function registerServer(pool: IUserPool, server: ResourceServer): void {
  const { byIdentifier } = serversOf(pool);
  const holder = byIdentifier.get(server.identifier);
  check(server, holder === undefined, {
    prop: 'identifier',
    expected: 'an identifier that no other resource server of the pool has',
    found: server.identifier,
    fix: `It belongs to ${holder?.node.path}: add the scopes there, or choose another identifier`,
  });
  byIdentifier.set(server.identifier, server);
}
