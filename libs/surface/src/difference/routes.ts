import type { HttpApi, HttpRouteAuth, List, Located, RestApi, RouteAuth, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import type { AnyApi } from './apis';
import { at } from './rule';

/** What stands between a caller and a route, in the same words for REST and HTTP APIs. */
export interface Guard {
  readonly kind: 'none' | 'iam' | 'token' | 'custom';
  readonly authorizerId?: string | Unknown;
  /** Address of the authorizer, when it is part of the surface. */
  readonly authorizer?: string;
  /** A token needs any one of them; none: any valid token passes. */
  readonly scopes?: List<string, Unknown>;
}

export interface AnyRoute extends Located {
  readonly api: AnyApi;
  /** `GET /reports`; the address while the path is not known. */
  readonly title: string;
  readonly method?: string;
  readonly path?: string;
  readonly guard: Guard | Unknown;
  /** A browser asks it before it calls: answered by API Gateway itself, with no data. */
  readonly preflight: boolean;
  readonly publicReason?: string;
  readonly apiKeyRequired: boolean | Unknown;
  readonly validator?: RestApi<Unknown>['routes'][number]['validator'];
}

export function routesOf(api: AnyApi): AnyRoute[] {
  return api.kind === 'REST' ? restRoutes(api, api.api) : httpRoutes(api, api.api);
}

const restRoutes = (api: AnyApi, { routes }: RestApi<Unknown>): AnyRoute[] =>
  routes.map((route) => ({
    api,
    guard: guardOf(route.auth),
    preflight: route.method === 'OPTIONS' && route.integration?.type === 'MOCK',
    apiKeyRequired: route.apiKeyRequired,
    ...at(route),
    ...titled(route, route.method, route.path),
    ...optional('publicReason', route.publicReason),
    ...optional('validator', route.validator),
  }));

/** Who somebody is, a WebSocket API asks once, at `$connect`; its messages need no guard of their own. */
const httpRoutes = (api: AnyApi, { routes, protocol }: HttpApi<Unknown>): AnyRoute[] =>
  (protocol === 'WEBSOCKET' ? routes.filter(({ routeKey }) => routeKey === '$connect') : routes).map(
    (route) => {
      const [method, path] = isUnknown(route.routeKey) ? [] : partsOf(route.routeKey);
      return {
        ...at(route),
        ...titled(route, method, path),
        ...(typeof route.routeKey === 'string' ? { title: route.routeKey } : {}),
        api,
        guard: guardOf(route.auth),
        preflight: false,
        apiKeyRequired: route.apiKeyRequired,
      };
    },
  );

/** The model has a kind of its own for tokens of user pools. */
function guardOf(auth: RouteAuth<Unknown> | HttpRouteAuth<Unknown> | Unknown): Guard | Unknown {
  if (isUnknown(auth)) return auth;
  return auth.kind === 'cognito' || auth.kind === 'jwt' ? { ...auth, kind: 'token' } : auth;
}

/** `$default` answers whatever no other route does; `$connect` is a path like no other. */
function partsOf(routeKey: string): [string, string] {
  const [first = '', second] = routeKey.split(' ');
  if (second !== undefined) return [first, second];
  return routeKey === '$connect' ? ['MESSAGE', routeKey] : ['ANY', '/{proxy+}'];
}

function titled(
  { address }: Located,
  method: string | Unknown | undefined,
  path: string | Unknown | undefined,
): Pick<AnyRoute, 'title' | 'method' | 'path'> {
  if (typeof method !== 'string' || typeof path !== 'string') return { title: address };
  return { title: `${method} ${path}`, method, path };
}

/** The same route of the same API, whatever its address became. */
export const routeKey = ({ api, title, path }: AnyRoute): string | undefined =>
  path === undefined ? undefined : `${api.key} ${title}`;
