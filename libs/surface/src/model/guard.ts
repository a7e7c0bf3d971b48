import type { List } from './value';

/** What API Gateway checks before a route answers, in the same words for every kind of API. */
export type Guard<U = never> = NoAuthorizer<'none'> | NoAuthorizer<'iam'> | TokenGuard<U> | CustomGuard<U>;

/** `iam`: the request is signed with AWS credentials, and IAM allows them to call the route. */
interface NoAuthorizer<K> {
  readonly kind: K;
  readonly authorizerId?: undefined;
  readonly authorizer?: undefined;
  readonly scopes?: undefined;
}

interface AuthorizedBy<U> {
  readonly authorizerId: string | U;
  /** No authorizer is named at all, though the authorization needs one. */
  readonly unnamed?: true;
  /** Address of the authorizer; absent: it is not part of the surface. */
  readonly authorizer?: string;
}

/**
 * `cognito`: a REST API's authorizer of user pools. Without scopes it takes ID tokens, with scopes access tokens.
 * `jwt`: an HTTP API's authorizer. Without scopes it takes every valid token of its audience.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export interface TokenGuard<U = never> extends AuthorizedBy<U> {
  readonly kind: 'cognito' | 'jwt';
  /** A token needs any one of these. */
  readonly scopes: List<string, U>;
}

/** A Lambda authorizer. */
export interface CustomGuard<U = never> extends AuthorizedBy<U> {
  readonly kind: 'custom';
  readonly scopes?: undefined;
}
