import type { TokenGuard } from '../model';

/** A valid token of the right issuer, as far as a route looks into it. */
export interface CallerToken {
  readonly use: 'id' | 'access';
  readonly scopes: readonly string[];
}

/**
 * Whether a route takes a token. Without scopes a REST API takes ID tokens only and an HTTP API any token; with scopes both
 * take access tokens that have one of them.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function acceptsToken({ kind, scopes }: TokenGuard, token: CallerToken): boolean {
  if (scopes.length === 0) return kind === 'jwt' || token.use === 'id';
  return token.use === 'access' && scopes.some((scope) => token.scopes.includes(scope));
}
