import type { Unknown, UserPool, UserPoolClient } from '../model';
import { isWhole, knownItems } from '../model/lists';
import { placeOf } from '../model/located';
import { poolPlaceOf } from '../model/pool-member';
import { standardNames, standardTypeOf } from './standard-attributes';

type Pool = UserPool<Unknown>;

/**
 * What users may write through a client: its list, or every mutable attribute of the pool where it has none. The API reference
 * names the standard ones alone for that, but custom ones were written through such clients
 * (https://github.com/aws/aws-cdk/issues/30608), so they count. Undefined: the list is not known.
 */
export function writableThrough(
  { writeAttributes }: UserPoolClient<Unknown>,
  pool: Pool | undefined,
): readonly string[] | undefined {
  if (!isWhole(writeAttributes)) return undefined;
  return writeAttributes.length > 0 ? writeAttributes : [...standardNames, ...customOf(pool)];
}

/** The pool of a client, when it is part of the surface. */
export const poolOf = (client: UserPoolClient<Unknown>, pools: readonly Pool[]): Pool | undefined =>
  byPlace(pools).get(poolPlaceOf(client) ?? '');

/** Each client of an environment asks for its pool. */
const BY_PLACE = new WeakMap<readonly Pool[], ReadonlyMap<string, Pool>>();

function byPlace(pools: readonly Pool[]): ReadonlyMap<string, Pool> {
  const known = BY_PLACE.get(pools) ?? new Map(pools.map((pool) => [placeOf(pool), pool]));
  BY_PLACE.set(pools, known);
  return known;
}

/** Mutable custom attributes, as a client names them. */
const customOf = (pool: Pool | undefined): readonly string[] =>
  knownItems(pool?.attributes ?? []).flatMap(({ name, mutable }) =>
    typeof name === 'string' && mutable !== false && standardTypeOf(name) === undefined ? [`custom:${name}`] : [],
  );
