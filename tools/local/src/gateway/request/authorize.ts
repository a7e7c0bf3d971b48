import { UserError } from '@gatehouse/cli-kit';
import { acceptsToken, type CallerToken, type RestAuthorizer } from '@gatehouse/surface';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError } from 'aws-jwt-verify/error';
import { type JwksCache } from 'aws-jwt-verify/jwk';
import { authorizerFailure, messageOf, unauthorized } from '../errors';
import { header } from '../headers';
import { claimStrings } from './claims';
import { KeysUnavailableError } from './pool-keys';

/** The claims of a verified token. */
export interface Identity extends CallerToken {
  readonly claims: Readonly<Record<string, string>>;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/** Whose token a request carries. Throws a GatewayError unless it carries one that the authorizer verifies. */
export type Identify = (rawHeaders: readonly string[]) => Promise<Identity>;

/** API Gateway caches per stage, without a stated bound; ours keeps a long-running laptop gateway small. */
const maxCachedTokens = 10_000;

/**
 * An authorizer of type COGNITO_USER_POOLS.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
export function cognitoAuthorizer(authorizer: RestAuthorizer, jwksCache: JwksCache): Identify {
  const verify = tokenVerifier(authorizer, jwksCache);
  const cached = cacheIdentities(verify, authorizer.resultTtl);
  const source = identityHeader(authorizer);
  return async (rawHeaders) => {
    const value = header(rawHeaders, source)?.trim();
    if (!value) throw unauthorized(`no token in the header ${source}`);
    return cached(value.replace(/^Bearer\s+/i, ''));
  };
}

/** Throws a GatewayError unless the guard of a route takes the token. */
export function checkToken(guard: Parameters<typeof acceptsToken>[0], identity: Identity): void {
  if (!acceptsToken(guard, identity)) throw unauthorized(`it carries ${describe(identity)}`);
}

function describe({ use, scopes }: Identity): string {
  if (use === 'id') return 'an ID token';
  return `an access token with ${scopes.length === 0 ? 'no scope' : scopes.join(', ')}`;
}

type Verify = (token: string) => Promise<Identity>;

function tokenVerifier(authorizer: RestAuthorizer, jwksCache: JwksCache): Verify {
  // Every pool of an emulator may sign with one key, so only the issuer tells their tokens apart.
  const pools = authorizer.userPoolArns.map((arn) => ({
    userPoolId: arn.slice(arn.indexOf('/') + 1),
    tokenUse: null,
    clientId: null,
  }));
  const verifier = CognitoJwtVerifier.create(pools, { jwksCache });
  const audience = audiencePattern(authorizer);
  return async (token) => {
    const payload = await verifier.verify(token).catch((error: unknown) => {
      if (error instanceof JwtExpiredError) {
        throw unauthorized('its token has expired', 'The incoming token has expired');
      }
      if (error instanceof KeysUnavailableError) throw authorizerFailure(error.message);
      throw unauthorized(`its token is not valid: ${messageOf(error)}`);
    });
    // The verifier takes a token that never ends; Cognito issues none.
    if (!Number.isFinite(payload.exp)) throw unauthorized('its token has no exp');
    // An access token has no `aud`, so a validation expression refuses every access token, as on AWS.
    if (audience && !audience.test(String(payload['aud'] ?? ''))) {
      throw unauthorized('its token is for another audience');
    }
    return {
      claims: claimStrings(payload),
      use: payload.token_use,
      scopes: typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [],
      expiresAt: payload.exp,
    };
  };
}

function cacheIdentities(verify: Verify, ttlSeconds: number): Verify {
  const identities = new Map<string, { readonly identity: Identity; readonly until: number }>();
  return async (token) => {
    const now = Date.now();
    const hit = identities.get(token);
    if (hit && now < hit.until) return hit.identity;
    identities.delete(token);
    const identity = await verify(token);
    if (identities.size >= maxCachedTokens) identities.delete(identities.keys().next().value as string);
    identities.set(token, { identity, until: Math.min(now + ttlSeconds * 1000, identity.expiresAt * 1000) });
    return identity;
  };
}

function identityHeader({ address, identitySource }: RestAuthorizer): string {
  const [, name] = /^method\.request\.header\.(.+)$/.exec(identitySource) ?? [];
  if (!name) {
    throw new UserError(
      `${address}: identity_source is "${identitySource}"; a Cognito authorizer reads one header, ` +
        'e.g. "method.request.header.Authorization"',
    );
  }
  return name;
}

function audiencePattern({ address, identityValidationExpression }: RestAuthorizer): RegExp | undefined {
  if (!identityValidationExpression) return undefined;
  try {
    return new RegExp(`^(?:${identityValidationExpression})$`);
  } catch (error) {
    const why = (error as Error).message;
    throw new UserError(`${address}: identity_validation_expression is not a regular expression: ${why}`, {
      cause: error,
    });
  }
}
