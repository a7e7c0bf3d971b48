import { poolPlaceOf } from '../model/pool-member';
import { placeOf } from '../model/located';
import type { Surface, Unknown, UserPool } from '../model';

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
  const domains = userPoolDomains.filter((domain) => poolPlaceOf(domain) === placeOf(pool));
  const own = domains.find(({ certificateArn }) => certificateArn !== undefined);
  return textOf((own ?? domains[0])?.domain);
}

/** A prefix is the first label of its host. */
export const isSameParty = (one: string, other: string): boolean => hostOf(one) === hostOf(other);

const hostOf = (party: string): string =>
  /^([^.]+)\.auth(-fips)?\.[^.]+\.amazoncognito\.com$/.exec(party)?.[1] ?? party;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
