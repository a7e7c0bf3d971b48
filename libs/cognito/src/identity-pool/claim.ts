import { check, type IUserPool, type UserAttribute } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/**
 * A claim of a token: an attribute of the user pool (`users.attribute('tenant')`), or the name of a claim that is none.
 * @example principalTags: { tenant: users.attribute('tenant'), app: 'aud' }
 */
export type Claim = UserAttribute | string;

/**
 * The name of a claim as the token has it.
 *
 * @param userPools whose tokens are read
 * @throws ConstructError for an attribute of another user pool.
 */
export function claimName(construct: Construct, prop: string, claim: Claim, userPools: readonly IUserPool[]): string {
  if (typeof claim === 'string') return claim;
  check(construct, userPools.includes(claim.userPool), {
    prop,
    expected: 'an attribute of the user pool whose tokens are read',
    found: claim.attributeName,
    fix: "Take it from that pool, as in users.attribute('tenant')",
  });
  return claim.attributeName;
}
