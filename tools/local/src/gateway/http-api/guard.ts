import { type HttpApi, type HttpRoute } from '@gatehouse/surface';
import { type Caller, type CallerOf } from '../../emulator/caller';
import { nobody } from '../request/guard';
import { GatewayError } from '../errors';
import { callerIdentity, checkAccess, roleNameOf, signerOf } from '../iam';
import { type TokenHolders } from '../request/token-holders';
import { forbidden, internal } from './errors';
import { type HttpExchange } from './exchange';
import { type IssuerKeys } from './issuer-keys';
import { jwtAuthorizer } from './jwt';
import { lambdaAuthorizer } from './lambda-authorizer';

/** Lets a request pass or throws an HttpApiError; what it learns of the caller goes into the exchange. */
export type HttpGuard = (exchange: HttpExchange) => Promise<void>;

export interface HttpGuardParts {
  readonly issuerKeys: IssuerKeys;
  readonly holders: TokenHolders;
  /** @default - nobody's access key is known, so no signature is good */
  readonly callerOf?: CallerOf;
}

/** The guard of a route: it is open only if its authorization type is NONE, and what cannot be checked is refused. */
export function httpGuards(
  { authorizers }: HttpApi,
  { callerOf = nobody, holders, issuerKeys }: HttpGuardParts,
): (route: HttpRoute) => HttpGuard {
  const describe = (claims: Readonly<Record<string, string>>) =>
    holders.describe({ claims, use: claims['token_use'] === 'id' ? 'id' : 'access' });
  const jwts = new Map(
    authorizers
      .filter(({ type }) => type === 'JWT')
      .map((each) => [each.id, jwtAuthorizer(each, issuerKeys, describe)]),
  );
  const lambdas = new Map(
    authorizers.filter(({ type }) => type === 'REQUEST').map((each) => [each.id, lambdaAuthorizer(each)]),
  );
  return ({ address, auth }) => {
    if (auth.kind === 'none') return () => Promise.resolve();
    if (auth.kind === 'iam') return iam(callerOf);
    const guard = auth.kind === 'custom' ? lambdas.get(auth.authorizerId) : jwts.get(auth.authorizerId)?.(auth.scopes);
    const missing = `${address} names authorizer ${auth.authorizerId}, which the API does not have`;
    return guard ?? (() => Promise.reject(internal(missing)));
  };
}

/** An HTTP API says nothing of what is wrong with a signature. */
const iam =
  (callerOf: CallerOf): HttpGuard =>
  async (exchange) => {
    try {
      const caller = await signerOf(exchange, callerOf);
      exchange.caller = `role ${roleNameOf(caller)}`;
      checkAccess(exchange, caller);
      exchange.identity = callerIdentity(caller);
      exchange.authorizer = { iam: describeCaller(caller) };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      throw error.status >= 500 ? internal(error.message) : forbidden(error.message);
    }
  };

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
const describeCaller = ({ accessKeyId, accountId, identity, principal, userId }: Caller) => ({
  accessKey: accessKeyId,
  accountId,
  callerId: userId,
  cognitoIdentity: identity && { amr: identity.amr, identityId: identity.id, identityPoolId: identity.poolId },
  principalOrgId: null,
  userArn: principal.arn,
  userId,
});
