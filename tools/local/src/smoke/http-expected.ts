import { type HttpApi, type HttpAuthorizer, type HttpRoute, type HttpStage } from '@gatehouse/surface';
import { type Target } from '../requests/path';
import { type Expectation } from './check';
import { type Shown } from './expected';
import { type Known, mayInvoke } from './policies';

/** Whether an HTTP API lets a caller in, and why not. */
export type HttpVerdict = 'let in' | 'no token' | 'invalid token' | 'forbidden';

/** What is called. */
export interface HttpCalled {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly route: HttpRoute;
  readonly target: Target;
  readonly authorizer?: HttpAuthorizer;
}

/** The rules of HTTP APIs; undefined where policies are not all here. */
export function httpVerdictOf(called: HttpCalled, { shows, signs }: Shown, known: Known): HttpVerdict | undefined {
  const { authorizer, route } = called;
  if (route.auth.kind === 'none') return 'let in';
  if (route.auth.kind === 'iam') {
    if (signs === undefined) return 'forbidden';
    const may = mayInvoke(called, signs, known);
    return may === undefined ? undefined : may ? 'let in' : 'forbidden';
  }
  if (shows === undefined || authorizer === undefined) return 'no token';
  const pool = known.surface.userPools.find(({ arn }) => arn === shows.poolArn);
  const meantFor = shows.use === 'id' ? shows.audience : shows.clientId;
  if (pool === undefined || `https://${pool.endpoint}` !== authorizer.issuer) return 'invalid token';
  if (!authorizer.audience.includes(meantFor ?? '')) return 'invalid token';
  const { scopes = [] } = route.auth;
  return scopes.length === 0 || scopes.some((scope) => shows.scopes.includes(scope)) ? 'let in' : 'forbidden';
}

/** The answer of the HTTP API itself. */
export function httpRefusal(
  verdict: Exclude<HttpVerdict, 'let in'> | 'expired token',
  { auth }: HttpRoute,
): Expectation {
  if (verdict === 'forbidden') return { status: 403, body: says('Forbidden') };
  const unauthorized = { status: 401, body: says('Unauthorized') };
  if (verdict === 'invalid token') return unauthorized;
  const scope = (auth.scopes ?? []).join(' ');
  const expired = `Bearer scope="${scope}" error="invalid_token" error_description="the token has expired"`;
  return { ...unauthorized, headers: { 'www-authenticate': verdict === 'no token' ? 'Bearer' : expired } };
}

export const says = (message: string): string => JSON.stringify({ message });
