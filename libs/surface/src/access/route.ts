import type {
  FunctionUrl,
  Guard,
  HttpApi,
  HttpIntegration,
  HttpRoute,
  Integration,
  Located,
  RestRoute,
  Unknown,
} from '../model';
import { locatedOf } from '../model/located';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import { endpointOf, type Api, type Endpoint, type KeyOf } from './api';
import type { Authorizer } from './authorizer';
import { CONNECT, connectionOf } from './connection';

/** Something that can be called: a route of an API of any kind, or a function by its URL. */
export interface Route extends Located {
  readonly kind: 'rest' | 'http' | 'websocket' | 'function-url';
  readonly api: Endpoint;
  /** `GET /reports`, `$default`, `function URL of hooks`; the address while it is not known. */
  readonly title: string;
  /** Upper case verb or `ANY`; not of WebSocket routes and function URLs. */
  readonly method?: string;
  /** `/reports/{id}`, or `$default`. */
  readonly path?: string;
  readonly guard: Guard<Unknown> | Unknown;
  readonly authorizer?: Authorizer;
  /** A message of a WebSocket API: only `$connect` is checked, the rest belongs to a connection that was let in. */
  readonly connected: boolean;
  /** Nothing checks who connects, so that anyone sends such messages. */
  readonly anyoneConnects?: true;
  /** A browser asks it before it calls: API Gateway itself answers, with no data. */
  readonly preflight: boolean;
  /** `Auth.public('…')` */
  readonly publicReason?: string;
  /** `Auth.iam('…')` */
  readonly iamCallers?: string;
  /** `Auth.custom('…')` */
  readonly customCallers?: string;
  readonly apiKeyRequired: boolean | Unknown;
  readonly validator?: RestRoute<Unknown>['validator'];
  /** What answers; absent: nothing is known of it. */
  readonly integration?: Integration<Unknown> | HttpIntegration<Unknown>;
}

/** No authorizer and no IAM check. An API key is no guard: it does not say who calls. */
export const isPublic = ({ guard, connected }: Route): boolean =>
  !isUnknown(guard) && guard.kind === 'none' && !connected;

/** `POST /reports`, or the address where that is not known yet. */
export const titleOf = ({ method, path, address }: RestRoute<Unknown>): string =>
  isUnknown(method) || isUnknown(path) ? address : `${method} ${path}`;

/** @param authorizers those of the API */
export function routesOfApi(api: Api, authorizers: readonly Authorizer[] = []): readonly Route[] {
  const byAddress = new Map(authorizers.map((authorizer) => [authorizer.address, authorizer]));
  return api.kind === 'REST'
    ? api.api.routes.map((route) => restRoute(route, api, byAddress))
    : api.api.protocol === 'WEBSOCKET'
      ? websocketRoutes(api.api, (route) => httpRoute(route, api, byAddress))
      : api.api.routes.map((route) => httpRoute(route, api, byAddress));
}

export const functionUrlRoute = (url: FunctionUrl<Unknown>, keyOf: KeyOf): Route => {
  const api = endpointOf(url, keyOf);
  return {
    kind: 'function-url',
    api,
    title: `function URL of ${api.name}`,
    guard: isUnknown(url.auth) ? url.auth : { kind: url.auth === 'NONE' ? 'none' : 'iam' },
    connected: false,
    preflight: false,
    apiKeyRequired: false,
    ...locatedOf(url),
  };
};

/** The same route of the same API, whatever its address became. */
export const routeKey = ({ api, title, address }: Route): string | undefined =>
  title === address ? undefined : `${api.key} ${title}`;

type Authorizers = ReadonlyMap<string, Authorizer>;

function restRoute(route: RestRoute<Unknown>, api: Api, authorizers: Authorizers): Route {
  const { method, path, integration } = route;
  // Spreads come last, as in the readers: V8 is slow where they come first.
  return {
    kind: 'rest',
    api,
    title: titleOf(route),
    guard: route.auth,
    connected: false,
    preflight: method === 'OPTIONS' && answersItself(integration?.type),
    apiKeyRequired: route.apiKeyRequired,
    ...(isUnknown(method) ? {} : { method }),
    ...(isUnknown(path) ? {} : { path }),
    ...optional('authorizer', authorizerOf(route.auth, authorizers)),
    ...optional('publicReason', route.publicReason),
    ...optional('iamCallers', route.iamCallers),
    ...optional('customCallers', route.customCallers),
    ...optional('validator', route.validator),
    ...optional('integration', integration),
    ...locatedOf(route),
  };
}

function httpRoute(
  route: HttpRoute<Unknown>,
  api: Extract<Api, { readonly kind: 'HTTP' }>,
  authorizers: Authorizers,
): Route {
  const key = route.routeKey;
  const websocket = api.api.protocol === 'WEBSOCKET';
  return {
    kind: websocket ? 'websocket' : 'http',
    api,
    title: isUnknown(key) ? route.address : key,
    guard: route.auth,
    connected: false,
    preflight: false,
    apiKeyRequired: route.apiKeyRequired,
    ...(isUnknown(key) || websocket ? {} : partsOf(key)),
    ...optional('publicReason', route.publicReason),
    ...optional('iamCallers', route.iamCallers),
    ...optional('customCallers', route.customCallers),
    ...optional('integration', route.integration),
    ...optional('authorizer', authorizerOf(route.auth, authorizers)),
    ...locatedOf(route),
  };
}

/** Of messages nothing is checked, whatever their routes say. */
function websocketRoutes(api: HttpApi<Unknown>, read: (route: HttpRoute<Unknown>) => Route): readonly Route[] {
  const open = connectionOf(api) === 'open';
  return api.routes.map((route) => {
    const { authorizer, ...each } = read(route);
    if (route.routeKey === CONNECT) return { ...each, ...optional('authorizer', authorizer) };
    return { ...each, guard: { kind: 'none' }, connected: true, ...(open && { anyoneConnects: true as const }) };
  });
}

/** No code of anyone's runs, as far as is known. */
const answersItself = (integration: unknown): boolean =>
  integration === undefined || integration === 'MOCK' || isUnknown(integration);

const authorizerOf = (guard: Route['guard'], authorizers: Authorizers): Authorizer | undefined =>
  isUnknown(guard) || guard.authorizer === undefined ? undefined : authorizers.get(guard.authorizer);

/** `GET /reports`, or `$default`, which answers whatever no other route does. */
function partsOf(key: string): Pick<Route, 'method' | 'path'> {
  const [method = '', path] = key.split(' ');
  return path === undefined ? { method: 'ANY', path: key } : { method, path };
}
