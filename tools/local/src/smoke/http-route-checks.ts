import { type HttpApi, type HttpRoute, type HttpStage } from '@gatehouse/surface';
import { httpTargetOf } from '../requests/path';
import { untriableHttp } from '../requests/untriable';
import { type Caller, type NotTried } from './callers';
import { type Expectation } from './check';
import { hostileTokensFor } from './hostile-tokens';
import { type HttpCalled, httpRefusal, httpVerdictOf } from './http-expected';
import { type Check, type Checks, type RouteChecksOptions, skipped } from './route-checks';

interface Options extends Omit<RouteChecksOptions, 'stage'> {
  readonly stage: HttpStage;
}

interface Sender {
  readonly name: string;
  readonly shows?: { readonly token: string };
  readonly signs?: Caller['signs'];
}

/** Every route of an HTTP API with every caller, as it must answer. */
export async function httpRouteChecks(api: HttpApi, options: Options): Promise<Checks> {
  if (api.defaultEndpointDisabled) return skipped(`HTTP API ${api.name}`, 'its default endpoint is disabled');
  const each = await Promise.all(api.routes.map((route) => checksOf(api, route, options)));
  return { checks: each.flatMap(({ checks }) => checks), notTried: each.flatMap(({ notTried }) => notTried) };
}

async function checksOf(api: HttpApi, route: HttpRoute, options: Options): Promise<Checks> {
  const title = route.routeKey;
  const target = httpTargetOf(api, route);
  if (target === undefined) return skipped(title, 'other routes answer every path that was tried');
  if (route.auth.kind === 'custom')
    return skipped(title, 'a Lambda authorizer decides, and what it takes is not known');
  const authorizer = api.authorizers.find(({ id }) => id === route.auth.authorizerId);
  const called: HttpCalled = { api, stage: options.stage, route, target, authorizer };
  const tried = verdictsOf(called, title, options);
  const hostile = await hostileChecks(called, options);
  return { checks: [...tried.checks, ...hostile], notTried: tried.notTried };
}

function verdictsOf(called: HttpCalled, title: string, { boundary, callers, surface }: Options): Checks {
  const why = untriableHttp(called.route, surface);
  const checks: Check[] = [];
  const notTried: NotTried[] = [];
  const letIn: string[] = [];
  for (const caller of callers) {
    // Signatures are for IAM routes; others do not look at them.
    if (caller.signs !== undefined && called.route.auth.kind !== 'iam') continue;
    const verdict = httpVerdictOf(called, caller, { surface, boundary });
    if (verdict === undefined)
      notTried.push({ name: `${title} ${caller.name}`, why: 'not all of its policies are here' });
    else if (verdict !== 'let in') checks.push(check(called, caller, httpRefusal(verdict, called.route)));
    else if (why !== undefined) letIn.push(caller.name);
    else checks.push(check(called, caller, { status: hasBody(called) ? 'let in or fails' : 'let in' }));
  }
  if (why !== undefined && letIn.length > 0) notTried.push({ name: `${title} ${letIn.join('; ')}`, why });
  return { checks, notTried };
}

async function hostileChecks(called: HttpCalled, { sign, surface }: Options): Promise<Check[]> {
  const { authorizer, route } = called;
  const pool = surface.userPools.find(({ endpoint }) => `https://${endpoint}` === authorizer?.issuer);
  if (route.auth.kind !== 'jwt' || authorizer === undefined || pool === undefined) return [];
  const scopes = route.auth.scopes;
  const tokens = await hostileTokensFor(pool, authorizer.audience[0] ?? 'client', scopes, sign);
  const withToken = (name: string, token: string, why: Parameters<typeof httpRefusal>[0]): Check =>
    check(called, { name, shows: { token } }, httpRefusal(why, route));
  return [
    withToken('with an expired token', tokens.expired, 'expired token'),
    withToken('with a tampered token', tokens.tampered, 'invalid token'),
    withToken('with another pool’s token', tokens.otherPool, 'invalid token'),
  ];
}

function check(called: HttpCalled, { name, shows, signs }: Sender, expected: Expectation): Check {
  const { api, authorizer, route, target } = called;
  const [, place, source = 'Authorization'] =
    /^\$request\.(header|querystring)\.(.+)$/.exec(authorizer?.identitySources[0] ?? '') ?? [];
  const inQuery = place === 'querystring';
  return {
    name: `${route.routeKey} ${name}`,
    path: shows && inQuery ? `${target.path}?${source}=${encodeURIComponent(shows.token)}` : target.path,
    init: {
      method: target.method,
      headers: {
        ...(hasBody(called) && { 'Content-Type': 'application/json' }),
        ...(shows && !inQuery && { [source]: `Bearer ${shows.token}` }),
      },
      ...(hasBody(called) && { body: '{}' }),
    },
    ...(signs && { sign: { keys: signs.keys, region: api.executionArn.split(':')[3] as string } }),
    expected,
  };
}

/** What the body must be, nothing says: an HTTP API has no models. */
const hasBody = ({ target }: HttpCalled): boolean => ['POST', 'PUT', 'PATCH'].includes(target.method);
