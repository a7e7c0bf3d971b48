import type { List, Located, Unknown, UserPool } from '../model';
import { knownItems } from '../model/lists';
import { nameOf } from '../model/located';
import { optional } from '../optional';
import type { Api } from './api';
import { scopeGroupsOf, type ScopeGroups } from './scope-groups';

/** An authorizer of either generation, in the same words. */
export interface Authorizer extends Located {
  readonly api: Api;
  readonly name: string | Unknown;
  readonly type: string | Unknown;
  /** Where a token is looked for. */
  readonly sources: List<string, Unknown>;
  /** Regular expression that a token, or its audience, must match. */
  readonly expression?: string | Unknown;
  /** ARNs of pools, or the issuer: whose tokens are taken. */
  readonly issuers: List<string, Unknown>;
  /** Addresses of those pools that are part of the surface. */
  readonly pools: readonly string[];
  /** Those issuers that are none of these pools, as far as they are known. */
  readonly otherIssuers: readonly string[];
  /** Names of the pools, where they are known. */
  readonly poolNames: readonly string[];
  /** Scopes that these pools keep for members of groups. */
  readonly scopeGroups: ScopeGroups;
  /** Client ids that a token may be for; none: of any client, or the kind has none. */
  readonly audience: List<string, Unknown>;
  /** What a Lambda authorizer calls. */
  readonly uri?: string | Unknown;
  /** The role that it is called with, of a REST API. */
  readonly credentials?: string | Unknown;
  /** Seconds. */
  readonly resultTtl: number | Unknown;
}

/** @param poolAt the pool at an address */
export function authorizersOf(api: Api, poolAt: (address: string) => UserPool<Unknown> | undefined): Authorizer[] {
  const ofPools = (pools: readonly string[], issuers: List<string, Unknown>) => {
    const known = pools.map(poolAt);
    const own = known.map((pool) => pool?.arn);
    return {
      pools,
      otherIssuers: knownItems(issuers).filter((issuer) => !own.includes(issuer)),
      poolNames: pools.map((address, index) => nameOf(known[index] ?? { address })),
      scopeGroups: known.includes(undefined) ? {} : scopeGroupsOf(known.filter((pool) => pool !== undefined)),
    };
  };
  if (api.kind === 'REST') {
    return api.api.authorizers.map(
      ({ identitySource, identityValidationExpression, userPoolArns, userPools, ...authorizer }) => ({
        ...authorizer,
        api,
        sources: identitySource === '' ? [] : [identitySource],
        ...optional('expression', identityValidationExpression),
        issuers: userPoolArns,
        ...ofPools(userPools, userPoolArns),
        audience: [],
      }),
    );
  }
  return api.api.authorizers.map(({ identitySources, issuer, userPool, ...authorizer }) => {
    const pools = userPool === undefined ? [] : [userPool];
    return {
      ...authorizer,
      api,
      sources: identitySources,
      issuers: issuer === undefined ? [] : [issuer],
      // Its only issuer, which is no ARN, is that pool, or none of any.
      ...ofPools(pools, []),
    };
  });
}
