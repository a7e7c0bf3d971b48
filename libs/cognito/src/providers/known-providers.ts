import { check, type IUserPool } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

interface Known {
  /** By name in lower case: user names of their people begin with it, in lower case. */
  readonly byName: Map<string, IConstruct>;
  readonly byIdentifier: Map<string, IConstruct>;
}

const known = new WeakMap<IUserPool, Known>();

/**
 * Remembers a provider of a pool.
 *
 * @throws ConstructError when another one of the pool has its name or one of its identifiers.
 */
export function registerProvider(
  pool: IUserPool,
  provider: IConstruct,
  name: string,
  identifiers: readonly string[],
): void {
  const { byName, byIdentifier } = known.get(pool) ?? { byName: new Map(), byIdentifier: new Map() };
  known.set(pool, { byName, byIdentifier });
  take(byName, provider, { prop: 'name', value: name });
  for (const value of identifiers) take(byIdentifier, provider, { prop: 'identifiers', value });
}

function take(
  taken: Map<string, IConstruct>,
  provider: IConstruct,
  { prop, value }: { readonly prop: string; readonly value: string },
): void {
  const key = value.toLowerCase();
  const holder = taken.get(key);
  check(provider, holder === undefined, {
    prop,
    expected: 'one that no other identity provider of the pool has, in any letter case',
    found: value,
    fix: `${holder?.node.path} has it: choose another one`,
  });
  taken.set(key, provider);
}
