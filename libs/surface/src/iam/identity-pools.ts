import { identityPoolPrincipals, identityPoolsOf } from '@gatehouse/checks';

/** Identity pools of every account outside GovCloud, as a principal of a trust policy. */
export const COMMERCIAL_IDENTITY_POOLS = `Federated:${identityPoolsOf(undefined)}`;

/** Whether a principal of a trust policy is the identity pools of every account, in GovCloud too. */
export const areIdentityPools = (principal: string): boolean =>
  identityPoolPrincipals.some((name) => principal === `Federated:${name}`);
