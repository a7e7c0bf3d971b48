import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type Cors } from '../cors/cors';
import { type Auth } from './auth';
import { type ParsedRoute } from './route-key';

interface CachedRoute {
  readonly route: ParsedRoute;
  readonly auth: Auth;
  readonly requestParameters?: Readonly<Record<string, boolean>>;
  readonly cors?: Cors;
}

/**
 * What tells the answers of a cached route apart: its parameters, and the page that asks where several may.
 *
 * Guarded routes are refused. API Gateway knows callers in its cache by headers in the very case in which they are
 * named, and takes a token in `Authorization`, `authorization` and `AUTHORIZATION` alike: what it keeps for a caller
 * could be given to another one.
 *
 * @throws ConstructError for a guarded route, and for a verb whose answers must not be kept.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 */
export function cacheKeysOf(api: IConstruct, { route, auth, requestParameters, cors }: CachedRoute): string[] {
  check(api, auth.kind === 'public', {
    prop: `${route.key}, cached`,
    expected: 'a public route, whose answer is the same for every caller',
    found: auth,
    fix: 'Remove cached: what is kept for one caller could be given to another one',
  });
  check(api, route.verb === 'GET', {
    prop: `${route.key}, cached`,
    expected: 'GET, which changes nothing',
    found: route.verb,
    fix: 'Remove cached',
  });
  const origin = (cors?.allowOrigins.length ?? 0) > 1 ? ['Origin', 'origin'] : [];
  const keys = [
    ...route.parameters.map((name) => `method.request.path.${name}`),
    ...Object.keys(requestParameters ?? {}),
    ...origin.map((header) => `method.request.header.${header}`),
  ];
  return [...new Set(keys)].sort();
}

/** @throws ConstructError for a namespace of a route that is not cached, and for a blank one. */
export function checkNamespace(
  api: IConstruct,
  key: string,
  { cached = false, cacheNamespace }: { readonly cached?: boolean; readonly cacheNamespace?: string },
): void {
  check(api, cacheNamespace === undefined || (cached && cacheNamespace.trim() !== ''), {
    prop: `${key}, cacheNamespace`,
    expected: 'the name of a namespace, at a route with cached: true',
    found: cacheNamespace,
    fix: 'Add cached: true, or remove cacheNamespace',
  });
}
