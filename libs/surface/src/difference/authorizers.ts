import type { List, Located, Unknown } from '../model';
import type { AnyApi } from './apis';

/** An authorizer of either generation, in the same words. */
export interface AnyAuthorizer extends Located {
  readonly api: AnyApi;
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
  /** Client ids that a token may be for; none: of any client, or the kind has none. */
  readonly audience: List<string, Unknown>;
  /** What a Lambda authorizer calls. */
  readonly uri?: string | Unknown;
  /** Seconds. */
  readonly resultTtl: number | Unknown;
}

export function authorizersOf(api: AnyApi): AnyAuthorizer[] {
  if (api.kind === 'REST') {
    return api.api.authorizers.map(
      ({
        identitySource,
        identityValidationExpression: expression,
        userPoolArns,
        userPools,
        ...authorizer
      }) => ({
        ...authorizer,
        api,
        sources: [identitySource],
        ...(expression === undefined ? {} : { expression }),
        issuers: userPoolArns,
        pools: userPools,
        audience: [],
      }),
    );
  }
  return api.api.authorizers.map(({ identitySources, issuer, userPool, ...authorizer }) => ({
    ...authorizer,
    api,
    sources: identitySources,
    issuers: issuer === undefined ? [] : [issuer],
    pools: userPool === undefined ? [] : [userPool],
  }));
}
