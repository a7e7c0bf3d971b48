import { placeOf } from './located';
import type { OfUserPool } from './of-user-pool';
import type { Surface } from './surface';
import type { UserPool } from './user-pool';
import { isUnknown, type Unknown } from './value';

/** Something of a user pool. */
type PoolMember = Pick<OfUserPool<Unknown>, 'stack' | 'userPool' | 'userPoolStack'>;

/** Where the user pool of a member is; undefined: it is not part of the surface. */
export const poolPlaceOf = ({ userPool, userPoolStack, stack }: PoolMember): string | undefined =>
  userPool === undefined ? undefined : placeOf({ stack: userPoolStack ?? stack, address: userPool });

/** What two members of one pool have in common, be the pool part of the surface or not; undefined: nothing tells. */
export const poolKeyOf = (member: OfUserPool<Unknown>): string | undefined =>
  poolPlaceOf(member) ?? (typeof member.userPoolId === 'string' ? member.userPoolId : undefined);

/** Finds the user pool of a member. */
export function poolFinder({
  userPools,
}: Pick<Surface<Unknown>, 'userPools'>): (member: PoolMember) => UserPool<Unknown> | undefined {
  const pools = new Map(userPools.map((pool) => [placeOf(pool), pool]));
  return (member) => pools.get(poolPlaceOf(member) ?? '');
}

/** Finds out whether a user pool surely has no sign-in domain. */
export function domainLack({
  userPoolDomains,
}: Pick<Surface<Unknown>, 'userPoolDomains'>): (pool: UserPool<Unknown>) => boolean {
  const places = new Set(userPoolDomains.map(poolPlaceOf));
  const ids = userPoolDomains.filter(({ userPool }) => userPool === undefined).map(({ userPoolId }) => userPoolId);
  // One of a pool that is not known may be its own.
  const mayBe = (id: string | Unknown, own: string | Unknown) => isUnknown(id) || isUnknown(own) || id === own;
  return (pool) => !places.has(placeOf(pool)) && !ids.some((id) => mayBe(id, pool.id));
}
