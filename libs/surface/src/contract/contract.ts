import type { Model, Surface, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { apisOf, type Api } from '../access/api';
import { authorizersOf, type Authorizer } from '../access/authorizer';
import { routesOfApi, type Route } from '../access/route';
import { schemasOf } from './json-schema';
import { operationOf, schemeName, type Described, type Members } from './operation';

/** What callers of one API may rely on, as an OpenAPI 3.0 document: for people and for generators of clients. */
export interface Contract {
  /** Name of the API in Terraform: `api`. */
  readonly api: string;
  /** Name of its stack, when the surface has names. */
  readonly stack?: string;
  readonly document: Members;
}

const verbs = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/**
 * The contract of each API that is made here, however it is written: as resources, as an OpenAPI body, or as an HTTP API. It names no
 * account, no ARN and nothing of AWS but what callers see.
 */
export function contractsOf(surface: Surface<Unknown>): Contract[] {
  const pools = new Map(surface.userPools.map((pool) => [pool.address, pool]));
  return apisOf(surface, ({ address }) => address)
    .filter(({ api }) => api.managed && !('protocol' in api && api.protocol === 'WEBSOCKET'))
    .map((api) => ({
      api: api.address.split('.').at(-1) ?? api.name,
      ...(api.stack === undefined ? {} : { stack: api.stack }),
      document: documentOf(
        api,
        authorizersOf(api, (address) => pools.get(address)),
      ),
    }));
}

function documentOf(api: Api, authorizers: readonly Authorizer[]): Members {
  const schemas = api.kind === 'REST' ? modelsOf(api.api.models) : {};
  const names = new Set(Object.keys(schemas));
  const described = new Map<string, Described>(api.api.routes.map((route) => [route.address, route]));
  const routes = routesOfApi(api, authorizers).filter(({ path, preflight }) => path?.startsWith('/') && !preflight);
  return {
    openapi: '3.0.3',
    info: { title: api.name, version: '1' },
    paths: pathsOf(routes, (route, verb) => operationOf(route, described.get(route.address)!, verb, names)),
    components: {
      ...(names.size > 0 && { schemas }),
      responses: refusals,
      securitySchemes: schemesOf(routes, authorizers),
    },
  };
}

/** `ANY` is every verb that the path does not name. */
function pathsOf(routes: readonly Route[], operation: (route: Route, verb: string) => Members): Members {
  const paths = new Map<string, Record<string, Members>>();
  const ofAny = ({ method }: Route): number => (method === 'ANY' ? 1 : 0);
  for (const route of [...routes].sort((one, other) => ofAny(one) - ofAny(other))) {
    const path = (route.path ?? '/').replace(/\+\}/g, '}');
    const members = paths.get(path) ?? {};
    for (const verb of route.method === 'ANY' ? verbs : [route.method ?? 'GET']) {
      members[verb.toLowerCase()] ??= operation(route, verb.toLowerCase());
    }
    paths.set(path, members);
  }
  return Object.fromEntries([...paths].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function modelsOf(models: readonly Model<Unknown>[]): Members {
  return Object.assign(
    {},
    ...models.map(({ name, schema }) =>
      isUnknown(name) ? {} : schemasOf(name, isUnknown(schema) ? {} : (JSON.parse(schema) as unknown)),
    ),
  ) as Members;
}

function schemesOf(routes: readonly Route[], authorizers: readonly Authorizer[]): Members {
  const signed = routes.some(({ guard }) => !isUnknown(guard) && guard.kind === 'iam');
  const keyed = routes.some(({ apiKeyRequired }) => apiKeyRequired === true);
  return {
    ...Object.fromEntries(authorizers.map((authorizer) => [schemeName(authorizer.name), schemeOf(authorizer)])),
    ...(signed && {
      sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', description: 'AWS Signature Version 4' },
    }),
    ...(keyed && { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } }),
  };
}

/** A token of a user pool or another issuer, or what a Lambda authorizer looks at. */
function schemeOf({ sources, uri }: Authorizer): Members {
  const source = isUnknown(sources) ? undefined : sources.find((each) => typeof each === 'string');
  const [, place = 'header', name = 'Authorization'] =
    /(header|querystring)\.([^,]+)/.exec(typeof source === 'string' ? source : '') ?? [];
  if (uri === undefined && /^authorization$/i.test(name))
    return { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
  return { type: 'apiKey', name, in: place === 'querystring' ? 'query' : 'header' };
}

const refusals: Members = Object.fromEntries(
  [
    ['BadRequest', 'API Gateway refuses the request: a parameter is missing or the body has another form.'],
    ['Forbidden', 'The caller is known and may not call this operation.'],
    ['TooManyRequests', 'A limit of the API, or of the account, is reached.'],
    ['Unauthorized', 'The token is missing, expired or of another kind.'],
  ].map(([name, description]) => [
    name,
    {
      description,
      content: {
        'application/json': {
          schema: { type: 'object', properties: { message: { type: 'string' } } },
          example: { message: name },
        },
      },
    },
  ]),
);
