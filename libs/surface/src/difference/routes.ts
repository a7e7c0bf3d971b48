import { isUnknown, type HttpApi, type List, type Located, type RestApi, type Unknown } from '../model';
import type { AnyApi } from './apis';

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
  routes.map(({ method, path, auth, integration, ...route }) => ({
    ...route,
    ...titled(route, method, path),
    api,
    guard: isUnknown(auth) || auth.kind !== 'cognito' ? auth : { ...auth, kind: 'token' },
    preflight: method === 'OPTIONS' && integration?.type === 'MOCK',
  }));

/** Who somebody is, a WebSocket API asks once, at `$connect`; its messages need no guard of their own. */
const httpRoutes = (api: AnyApi, { routes, protocol }: HttpApi<Unknown>): AnyRoute[] =>
  (protocol === 'WEBSOCKET' ? routes.filter(({ routeKey }) => routeKey === '$connect') : routes).map(
    ({ routeKey, auth, ...route }) => {
      const [method, path] = isUnknown(routeKey) ? [] : partsOf(routeKey);
      return {
        ...route,
        ...titled(route, method, path),
        ...(typeof routeKey === 'string' ? { title: routeKey } : {}),
        api,
        guard: isUnknown(auth) || auth.kind !== 'jwt' ? auth : { ...auth, kind: 'token' },
        preflight: false,
      };
    },
  );

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
