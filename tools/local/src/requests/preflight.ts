import { type ApiCors, type HttpApi, type RestApi, routeMatcher } from '@gatehouse/surface';
import { routablesOf } from './path';

/** A preflight that API Gateway answers itself, and an origin that it lets in. */
export interface Preflight {
  readonly path: string;
  readonly origin: string;
  /** True: any origin, so that none is refused. */
  readonly anyOrigin: boolean;
  /** A verb and a header that a page may send. */
  readonly method: string;
  readonly header?: string;
}

/** Preflights of an API, by path. */
export const preflights = (api: RestApi): Preflight[] =>
  api.cors.flatMap((cors) => (cors.method === 'OPTIONS' && cors.path ? [preflight(cors, cors.path)] : []));

/** The first preflight, of the route's own path where it has one. */
export function preflightFor(api: RestApi, routePath: string | undefined): Preflight | undefined {
  const all = preflights(api);
  return all.find(({ path }) => path === routePath) ?? all[0];
}

/** A preflight of an HTTP API; none where no origin is let in, or a route with an authorizer answers OPTIONS. */
export function httpPreflight(api: HttpApi): Preflight | undefined {
  const { cors } = api;
  const [first] = cors?.origins ?? [];
  if (cors === undefined || first === undefined) return undefined;
  const path = '/preflight';
  const match = routeMatcher(routablesOf(api), 'HTTP')('OPTIONS', path);
  if (match !== undefined && match.route.definition.auth.kind !== 'none') return undefined;
  const { header, method } = preflight(cors, path);
  // `https://*` is every origin over TLS.
  const origin = first === '*' ? ANY_ORIGIN : first.replace('*', 'any-origin.example');
  return { path, origin, anyOrigin: cors.origins.includes('*'), method, ...(header !== undefined && { header }) };
}

/** An origin that the API's own errors are readable for; undefined: none is. */
export function originOfErrors({ cors }: RestApi): string | undefined {
  const ofErrors = cors.find(({ path }) => path === undefined);
  return ofErrors && originOf(ofErrors);
}

function preflight(cors: Pick<ApiCors, 'headers' | 'methods' | 'origins'>, path: string): Preflight {
  const { headers, methods, origins } = cors;
  const wanted = headers.find((name) => name === '*' || name.toLowerCase() === 'authorization') ?? headers[0];
  const header = wanted === '*' ? 'authorization' : wanted?.toLowerCase();
  const [first = 'GET'] = methods.filter((verb) => verb !== 'OPTIONS' && verb !== '*');
  return {
    path,
    origin: originOf(cors) ?? ANY_ORIGIN,
    anyOrigin: origins.includes('*'),
    method: first,
    ...(header !== undefined && { header }),
  };
}

const originOf = ({ origins }: Pick<ApiCors, 'origins'>): string | undefined =>
  origins.includes('*') ? ANY_ORIGIN : origins[0];

const ANY_ORIGIN = 'https://any-origin.example';
