import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  accessChangesBetween,
  accessOf,
  type HttpRoute,
  routeMatcher,
  type RestRoute,
  type Surface,
} from '@gatehouse/surface';
import fc from 'fast-check';
import { startGateway } from './index';
import { accessToken, idToken, testKeys } from './testing/call';
import { aJwtAuthorizer, anHttpApi, anHttpIntegration, anHttpRoute } from './testing/http-surface';
import { anApi, anAuthorizer, aRoute, aSurface, lambdaIntegration } from './testing/surface';

/** What a caller shows: nothing, an ID token, or an access token with scopes. */
type Shown = 'nothing' | 'ID token' | readonly string[];

const SHOWN: readonly Shown[] = ['nothing', 'ID token', [], ['r/read'], ['r/write', 'r/other']];

const auth: fc.Arbitrary<RestRoute['auth']> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.constant({ kind: 'iam' as const }),
  fc.constant({
    kind: 'custom' as const,
    authorizerId: 'auth2',
    authorizer: 'aws_api_gateway_authorizer.edge',
  }),
  fc.subarray(['r/read', 'r/write']).map((scopes) => ({
    kind: 'cognito' as const,
    authorizerId: 'auth1',
    authorizer: 'aws_api_gateway_authorizer.users',
    scopes,
  })),
);

const path = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', '{x}'), { maxLength: 3 }), fc.constantFrom('', '', '{rest+}'))
  .map(([segments, last]) => `/${[...segments, last].filter(Boolean).join('/')}`);

const route = fc
  .record({ method: fc.constantFrom('ANY', 'GET', 'POST'), path, auth, apiKeyRequired: fc.boolean() })
  .map(({ method, path, ...guard }) => {
    const title = `${method} ${path}`;
    return aRoute(title, { ...guard, integration: answering(title) });
  });

const routes = fc.uniqueArray(route, {
  minLength: 1,
  maxLength: 6,
  selector: ({ method, path }) => `${method} ${path}`,
});

const call = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((segments) => `/${segments.join('/')}`),
});

/** API Gateway itself answers, with the name of the route. */
function answering(title: string): RestRoute['integration'] {
  return lambdaIntegration({
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: [{ statusCode: '200', responseParameters: {}, responseTemplates: { 'application/json': title } }],
  });
}

const surfaceWith = (routes: readonly RestRoute[]): Surface => ({
  ...NOTHING,
  apis: [
    anApi({
      routes,
      authorizers: [
        anAuthorizer(),
        anAuthorizer({
          id: 'auth2',
          address: 'aws_api_gateway_authorizer.edge',
          name: 'edge',
          type: 'TOKEN',
        }),
      ],
    }),
  ],
});

const NOTHING: Surface = {
  ...aSurface(),
  ...{ apis: [], httpApis: [], apiDomains: [], usagePlans: [], webAcls: [], userPoolDomains: [] },
  ...{ identityPools: [], roles: [], functions: [], functionPermissions: [], functionUrls: [], unread: [] },
};

/** What the review's table says of a route that is new, read as a person reads it. */
function statusFor(callers: string, shown: Shown): number {
  const guard = callers.replace(/ (and|with) an API key$/, '');
  const status = statusOfGuard(guard, shown);
  // No key is known to the gateway.
  return status === 200 && guard !== callers ? 403 : status;
}

function statusOfGuard(guard: string, shown: Shown): number {
  if (guard === 'anyone') return 200;
  if (guard === 'IAM principal') return 403;
  // The function of the authorizer is not there; without a token it is not even called.
  if (guard === 'caller that Lambda authorizer edge allows') return shown === 'nothing' ? 401 : 500;
  if (guard === 'signed-in user (ID token)') return shown === 'ID token' ? 200 : 401;
  const [, scopes] = /^access token with (.+)$/.exec(guard) ?? [];
  if (scopes === undefined) throw new Error(`the table says "${guard}", which this test does not know`);
  return Array.isArray(shown) && scopes.split(' or ').some((scope) => shown.includes(scope)) ? 200 : 401;
}

const httpAuth: fc.Arbitrary<HttpRoute['auth']> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.constant({ kind: 'iam' as const }),
  fc.constant({ kind: 'custom' as const, authorizerId: 'edge', authorizer: 'aws_apigatewayv2_authorizer.edge' }),
  fc.subarray(['r/read', 'r/write']).map((scopes) => ({
    ...{ kind: 'jwt' as const, authorizerId: 'jwt1', authorizer: 'aws_apigatewayv2_authorizer.users', scopes },
  })),
);

const routeKey = fc.oneof(
  fc.constant('$default'),
  fc.tuple(fc.constantFrom('ANY', 'GET', 'POST'), path).map((parts) => parts.join(' ')),
);

const httpRoutes = fc.uniqueArray(fc.record({ routeKey, auth: httpAuth }), {
  ...{ minLength: 1, maxLength: 6, selector: (each: { routeKey: string }) => each.routeKey },
});

/** A backend at `uri` answers with the key of the route. */
const httpSurfaceWith = (routes: readonly Pick<HttpRoute, 'routeKey' | 'auth'>[], uri: string): Surface => ({
  ...NOTHING,
  httpApis: [
    anHttpApi({
      routes: routes.map(({ auth: guard, routeKey: key }) => {
        const backend = { type: 'HTTP_PROXY', method: 'GET', uri: `${uri}/${encodeURIComponent(key)}` };
        return anHttpRoute(key, { auth: guard, integration: anHttpIntegration({ ...backend, payloadFormat: '1.0' }) });
      }),
      authorizers: [
        aJwtAuthorizer(),
        {
          ...aJwtAuthorizer(),
          ...{ id: 'edge', name: 'edge', type: 'REQUEST', address: 'aws_apigatewayv2_authorizer.edge' },
        },
      ],
    }),
  ],
});

function httpStatusFor(callers: string, shown: Shown): number {
  if (callers === 'anyone') return 200;
  if (callers === 'IAM principal') return 403;
  if (shown === 'nothing') return 401;
  if (callers === 'caller that Lambda authorizer edge allows') return 500;
  if (callers === 'any valid token (JWT)') return 200;
  const [, scopes] = /^access token with (.+)$/.exec(callers) ?? [];
  if (scopes === undefined) throw new Error(`the table says "${callers}", which this test does not know`);
  return Array.isArray(shown) && scopes.split(' or ').some((scope) => shown.includes(scope)) ? 200 : 403;
}

describe('the local gateway', () => {
  const headers = new Map<Shown, Record<string, string>>();

  beforeAll(async () => {
    for (const shown of SHOWN) {
      const token =
        shown === 'ID token' ? await idToken() : Array.isArray(shown) ? await accessToken(shown.join(' ')) : undefined;
      headers.set(shown, token === undefined ? {} : { Authorization: `Bearer ${token}` });
    }
  });

  it('answers over HTTP what the review says of who may call a route, for 1,000 surfaces', async () => {
    const property = fc.asyncProperty(routes, call, async (routes, { method, path }) => {
      const surface = surfaceWith(routes);
      const refusals: string[] = [];
      const gateway = await startGateway({
        surface,
        keys: testKeys,
        functionRoots: [],
        onRequest: ({ method: asked, path: at, why }) => why && refusals.push(`${asked} ${at}: ${why}`),
      });
      try {
        const table = accessChangesBetween(NOTHING, surface);
        const answers = routeMatcher(routesOf(surface), 'REST')(method, path)?.route.title;
        const row = table.find((each) => each.route === answers);
        for (const shown of SHOWN) {
          const response = await fetch(`${gateway.url}/local${path}`, {
            method,
            headers: headers.get(shown) ?? {},
          });
          const body = await response.text();
          const expected = row?.after === undefined ? 403 : statusFor(row.after, shown);
          expect([shown, response.status]).toEqual([shown, expected]);
          if (expected === 200) expect(body).toBe(answers);
          else if (row && expected !== 500) expect(refusals.at(-1)).toContain(`Who may call it: ${row.after}.`);
        }
      } finally {
        await gateway.close();
      }
    });
    await fc.assert(property, { numRuns: 1000 });
  }, 600_000);

  it('does so for 200 HTTP APIs', async () => {
    const backend = createServer(({ url = '' }, response) => response.end(decodeURIComponent(url.slice(1))));
    await once(backend.listen(0, '127.0.0.1'), 'listening');
    const uri = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
    const property = fc.asyncProperty(httpRoutes, call, async (routes, { method, path }) => {
      const surface = httpSurfaceWith(routes, uri);
      const gateway = await startGateway({ surface, keys: testKeys, functionRoots: [] });
      try {
        const table = accessChangesBetween(NOTHING, surface);
        const answers = routeMatcher(routesOf(surface), 'HTTP')(method, path)?.route.title;
        const row = table.find((each) => each.route === answers);
        for (const shown of SHOWN) {
          const response = await fetch(`${gateway.url}${path}`, { method, headers: headers.get(shown) ?? {} });
          const body = await response.text();
          const expected = row?.after === undefined ? 404 : httpStatusFor(row.after, shown);
          expect([shown, response.status]).toEqual([shown, expected]);
          if (expected === 200) expect(body).toBe(answers);
        }
      } finally {
        await gateway.close();
      }
    });
    await fc.assert(property, { numRuns: 200 }).finally(() => {
      backend.closeAllConnections();
      backend.close();
    });
  }, 600_000);
});

const routesOf = (surface: Surface) =>
  accessOf(surface).routes.flatMap(({ title, method, path }) =>
    method === undefined || path === undefined ? [] : [{ title, method, path }],
  );
