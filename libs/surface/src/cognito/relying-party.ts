import { groupBy } from '../group-by';
import { poolPlaceOf } from '../model/pool-member';
import { placeOf } from '../model/located';
import type { Surface, Unknown, UserPool } from '../model';
import { textOf } from '../model/value';

/**
 * The domain that passkeys of a pool are made for: the one that is written, else its own domain, else its prefix. Undefined where
 * that is not known.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
 */
export function relyingPartyOf(
  pool: UserPool<Unknown>,
  { userPoolDomains }: Pick<Surface<Unknown>, 'userPoolDomains'>,
): string | undefined {
  const written = pool.relyingParty ?? '';
  if (written !== '') return textOf(written);
  const domains = domainsByPool(userPoolDomains).get(placeOf(pool)) ?? [];
  const own = domains.find(({ certificateArn }) => certificateArn !== undefined);
  return textOf((own ?? domains[0])?.domain);
}

/** Asked for each pool: looking through all domains each time would take pools times domains. */
function domainsByPool(domains: Domains): ByPool {
  const known = BY_POOL.get(domains) ?? groupBy(domains, poolPlaceOf);
  BY_POOL.set(domains, known);
  return known;
}

type Domains = Surface<Unknown>['userPoolDomains'];
type ByPool = ReadonlyMap<string | undefined, Domains>;
const BY_POOL = new WeakMap<Domains, ByPool>();

/** A prefix is the first label of its host. */
export const isSameParty = (one: string, other: string): boolean => hostOf(one) === hostOf(other);

const hostOf = (party: string): string =>
  /^([^.]+)\.auth(-fips)?\.[^.]+\.amazoncognito\.com$/.exec(party)?.[1] ?? party;
