import type { Cors, Surface, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import { accessOf } from './access';
import type { Authorizer } from './authorizer';
import { integrationRow } from './integration-row';
import type { Route } from './route';
import type { AuthorizerRow, CorsRow, RouteRow } from './route-row';
import { text, texts } from './text';
import { validationOf } from './validation-row';

type Parts = Pick<Surface<Unknown>, 'apis' | 'httpApis' | 'functionUrls' | 'userPools'>;

/**
 * The routes of an API, sorted by path and verb. Preflights that API Gateway answers itself are no routes here: they are `cors`
 * of the others.
 *
 * @param api name of the API; @default - the only one
 *
 * @example
 * expect(routeTable(surfaceFromSynth([asOpenApi]))).toEqual(routeTable(surfaceFromSynth([asResources])));
 */
export function routeTable(surface: Parts, api?: string): readonly RouteRow[] {
  return accessOf(surface)
    .routes.filter(({ kind, preflight }) => kind !== 'function-url' && !preflight)
    .filter((route) => api === undefined || route.api.name === api)
    .map(rowOf)
    .sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'en'));
}

const keyOf = ({ route }: RouteRow): string => route.split(' ').reverse().join(' ');

function rowOf(route: Route): RouteRow {
  const { guard, integration } = route;
  return {
    route: route.title,
    ...guardOf(route),
    ...(route.authorizer && !isUnknown(guard) ? { authorizer: authorizerRow(route.authorizer) } : {}),
    apiKey: route.apiKeyRequired === true,
    ...optional('cors', corsOf(route)),
    ...optional('validation', validationOf(route)),
    ...(integration ? { integration: integrationRow(integration) } : {}),
  };
}

function guardOf({ guard }: Route): Pick<RouteRow, 'guard' | 'scopes' | 'tokens'> {
  if (isUnknown(guard)) return { guard: 'unknown' };
  if (guard.kind === 'none') return { guard: 'anyone' };
  if (guard.kind === 'iam') return { guard: 'IAM' };
  if (guard.kind === 'custom') return { guard: 'Lambda authorizer' };
  const scopes = texts(guard.scopes);
  const without = guard.kind === 'cognito' ? 'id' : 'any';
  return { guard: 'token', tokens: scopes.length > 0 ? 'access' : without, scopes };
}

const authorizerRow = ({ pools, issuers, uri, sources, resultTtl, type }: Authorizer): AuthorizerRow => ({
  issuers: pools.length > 0 ? pools : texts(issuers),
  ...(uri === undefined ? {} : { function: functionIn(uri) }),
  sources: texts(sources)
    .flatMap((source) => source.split(','))
    .map(sourceOf),
  ...(uri === undefined || isUnknown(type) ? {} : { cachedFor: isUnknown(resultTtl) ? text(resultTtl) : resultTtl }),
});

/** `method.request.header.A` and `$request.header.A` are the same. */
const sourceOf = (source: string): string =>
  source
    .trim()
    .replace(/^method\.request\.|^\$request\.|^\$/, '')
    .replace('.', ' ');

/** REST APIs are called by an invoke ARN, HTTP APIs also by the function's. */
const functionIn = (uri: string | Unknown): string =>
  isUnknown(uri)
    ? text(uri).replace(/\.(invoke_)?arn\b/g, '')
    : (/functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri);

function corsOf(route: Route): CorsRow | undefined {
  const { api, path, method = 'ANY' } = route;
  const cors =
    api.kind === 'REST'
      ? api.api.cors.find((each) => each.path === path && each.method === 'OPTIONS')
      : api.kind === 'HTTP'
        ? api.api.cors
        : undefined;
  return cors && allows(cors, method) ? corsRow(cors) : undefined;
}

const allows = ({ methods }: Cors<Unknown>, method: string): boolean =>
  isUnknown(methods) || method === 'ANY' || methods.some((each) => isUnknown(each) || each === '*' || each === method);

const corsRow = ({ origins, headers, credentials, maxAge }: Cors<Unknown>): CorsRow => ({
  // Browsers do not look at the order.
  origins: [...texts(origins)].sort(),
  headers: texts(headers)
    .map((header) => header.toLowerCase())
    .sort(),
  credentials: credentials === true,
  ...(typeof maxAge === 'number' ? { maxAge } : {}),
});
