import { type RestApi, type RestRoute } from '@gatehouse/surface';
import { type JwksCache } from 'aws-jwt-verify/jwk';
import { type CallerOf } from '../../emulator/caller';
import { EmulatorRefusal } from '../../emulator/internal';
import { authorizerConfigurationError } from '../errors';
import { type Exchange } from '../exchange';
import { checkDenials, checkResourcePolicy, iamGuard } from '../iam';
import { type Services } from '../services';
import { checkToken, cognitoAuthorizer } from './authorize';
import { lambdaAuthorizer } from './lambda-authorizer';
import { type TokenHolders } from './token-holders';

/** Lets a request pass or throws a GatewayError; what it learns of the caller goes into the exchange. */
export type Guard = (exchange: Exchange) => Promise<void>;

export interface GuardParts {
  readonly jwksCache: JwksCache;
  readonly holders: TokenHolders;
  /** Who gives credentials of the roles that authorizers are called with. */
  readonly services: Services;
  /** @default - nobody's access key is known, so no signature is good */
  readonly callerOf?: CallerOf;
}

/** The guard of a route: a method is open only if its authorization type is NONE, and what cannot be checked is refused. */
export function guards(api: RestApi, { holders, jwksCache, ...parts }: GuardParts): (route: RestRoute) => Guard {
  const isCognito = new Map(api.authorizers.map(({ id, type }) => [id, type === 'COGNITO_USER_POOLS']));
  const cognito = new Map(
    api.authorizers
      .filter(({ id }) => isCognito.get(id))
      .map((authorizer) => [authorizer.id, cognitoAuthorizer(authorizer, jwksCache)]),
  );
  const custom = new Map(
    api.authorizers
      .filter(({ id }) => !isCognito.get(id))
      .map((authorizer) => [authorizer.id, lambdaAuthorizer(authorizer, parts)]),
  );
  return ({ address, auth }) => {
    if (auth.kind === 'none') return async (exchange) => checkResourcePolicy(exchange);
    if (auth.kind === 'iam') return iamGuard(parts.callerOf ?? nobody);
    if (auth.kind === 'cognito') {
      const identify = cognito.get(auth.authorizerId);
      if (!identify) return refuse(noAuthorizer(address, auth.authorizerId));
      return async (exchange) => {
        const identity = await identify(exchange.request.rawHeaders);
        exchange.caller = holders.describe(identity);
        checkToken(auth, identity);
        checkResourcePolicy(exchange);
        exchange.authorizer = { claims: identity.claims };
      };
    }
    const check = custom.get(String(auth.authorizerId));
    if (!check) return refuse(noAuthorizer(address, String(auth.authorizerId)));
    // Whether the resource policy allows is part of what the authorizer's policy is evaluated with.
    return async (exchange) => {
      checkDenials(exchange);
      await check(exchange);
    };
  };
}

export const nobody: CallerOf = () =>
  Promise.reject(new EmulatorRefusal('InvalidClientTokenId', 'no key is known here'));

const refuse =
  (error: Error): Guard =>
  () =>
    Promise.reject(error);

const noAuthorizer = (address: string, id: string) =>
  authorizerConfigurationError(`${address} names authorizer ${id}, which the API does not have`);
