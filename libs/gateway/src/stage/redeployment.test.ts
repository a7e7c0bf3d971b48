import { synth } from '@gatehouse/testing';
import fc from 'fast-check';
import { Token } from 'cdktf';
import { lambda, stage, userPool } from '../../testing/api';
import {
  Auth,
  type CorsOptions,
  Integration,
  type JsonSchema,
  type MockIntegrationOptions,
  RestApi,
  type RouteKey,
  type RouteOptions,
  type StageOptions,
} from '../index';

/** An API as plain values, so that one can be changed. */
interface Design {
  readonly description: string;
  readonly cors?: CorsOptions;
  readonly stage: StageOptions;
  readonly cacheSeconds: number;
  readonly routes: readonly RouteDesign[];
  /** Tokens made before the API: they change the numbers of all later ones. */
  readonly tokensBefore: number;
}

interface RouteDesign {
  readonly key: RouteKey;
  readonly auth: RouteOptions['auth'];
  readonly body?: JsonSchema;
  readonly parameters?: RouteOptions['requestParameters'];
  readonly mock?: MockIntegrationOptions;
  readonly url?: string;
  readonly functionId?: string;
}

const base: Design = {
  description: 'reports',
  cors: { allowOrigins: ['https://a.test'], allowHeaders: ['Authorization'], maxAgeSeconds: 60 },
  stage,
  cacheSeconds: 300,
  tokensBefore: 0,
  routes: [
    { key: 'GET /health', auth: Auth.public('uptime checks'), mock: { body: { ok: true } } },
    { key: 'GET /me', auth: Auth.idToken(), functionId: 'first' },
    {
      key: 'POST /reports/{id}',
      auth: Auth.accessToken('reports/write'),
      body: { type: 'object' },
      functionId: 'first',
    },
    { key: 'GET /old/{id}', auth: Auth.idToken(), url: 'https://old.test/{id}' },
  ],
};

function triggersOf(design: Design): unknown {
  const { resource } = synth((stack) => {
    for (let made = 0; made < design.tokensBefore; made++) Token.asString({ resolve: () => 'unused' });
    const functions = { first: lambda(stack, 'first'), second: lambda(stack, 'second') };
    const { description, cors, stage: stageOptions } = design;
    const api = new RestApi(stack, 'api', { name: 'reports', description, cors, stage: stageOptions });
    api.addCognitoAuthorizer('users', { userPools: [userPool], resultsCacheTtlSeconds: design.cacheSeconds });
    for (const { key, auth, body, parameters, mock, url, functionId } of design.routes) {
      const integration =
        url !== undefined
          ? Integration.http({ url })
          : functionId !== undefined
            ? Integration.lambda(functionId === 'second' ? functions.second : functions.first)
            : Integration.mock(mock);
      api.addRoute(key, { auth, integration, body, requestParameters: parameters });
    }
  });
  return resource.aws_api_gateway_deployment?.api?.triggers;
}

const changeRoute = (index: number, change: Partial<RouteDesign>): Design => ({
  ...base,
  routes: base.routes.map((route, at) => (at === index ? { ...route, ...change } : route)),
});

const changeCors = (change: Partial<CorsOptions>): Design => ({
  ...base,
  cors: { allowOrigins: ['https://a.test'], allowHeaders: ['Authorization'], maxAgeSeconds: 60, ...change },
});

describe('a new deployment is made', () => {
  it.each<[string, Design]>([
    ['a route is added', { ...base, routes: [...base.routes, { key: 'GET /new', auth: Auth.idToken() }] }],
    ['a route is removed', { ...base, routes: base.routes.slice(1) }],
    ['a route gets another verb', changeRoute(1, { key: 'PUT /me' })],
    ['a route gets another path', changeRoute(1, { key: 'GET /you' })],
    ['a route becomes public', changeRoute(1, { auth: Auth.public('everyone') })],
    ['a route becomes guarded', changeRoute(0, { auth: Auth.idToken() })],
    ['a route asks for access tokens', changeRoute(1, { auth: Auth.accessToken('reports/read') })],
    ['a scope changes', changeRoute(2, { auth: Auth.accessToken('reports/read') })],
    ['a scope is added', changeRoute(2, { auth: Auth.accessToken('reports/write', 'reports/all') })],
    ['a body is no longer checked', changeRoute(2, { body: undefined })],
    ['a schema changes', changeRoute(2, { body: { type: 'object', required: ['a'] } })],
    ['a parameter is required', changeRoute(2, { parameters: { 'method.request.querystring.a': true } })],
    ['a fixed answer changes', changeRoute(0, { mock: { body: { ok: false } } })],
    ['a fixed status changes', changeRoute(0, { mock: { body: { ok: true }, status: 201 } })],
    ['a header is added', changeRoute(0, { mock: { body: { ok: true }, headers: { X: 'y' } } })],
    ['another function answers', changeRoute(1, { functionId: 'second' })],
    ['another server answers', changeRoute(3, { url: 'https://new.test/{id}' })],
    ['a server gets no parameter', changeRoute(3, { url: 'https://old.test' })],
    ['tokens are remembered for another time', { ...base, cacheSeconds: 0 }],
    ['the description changes', { ...base, description: 'other' }],
    ['CORS goes', { ...base, cors: undefined }],
    ['an origin changes', changeCors({ allowOrigins: ['https://b.test'] })],
    ['an origin is added', changeCors({ allowOrigins: ['https://a.test', 'https://b.test'] })],
    ['pages may send another header', changeCors({ allowHeaders: ['Authorization', 'X-Trace'] })],
    ['pages may send cookies', changeCors({ allowCredentials: true })],
    ['preflights are remembered for another time', changeCors({ maxAgeSeconds: 61 })],
  ])('when %s', (_what, changed) => {
    expect(triggersOf(changed)).not.toEqual(triggersOf(base));
  });
});

describe('no new deployment is made', () => {
  it.each<[string, Design]>([
    ['the stage changes', { ...base, stage: { ...stage, throttle: { rateLimit: 1, burstLimit: 1 }, tracing: true } }],
    ['the reason for a public route is worded better', changeRoute(0, { auth: Auth.public('load balancers') })],
    ['a scope is written twice', changeRoute(2, { auth: Auth.accessToken('reports/write', 'reports/write') })],
  ])('when %s', (_what, changed) => {
    expect(triggersOf(changed)).toEqual(triggersOf(base));
  });

  it('when routes are written in another order, or other constructs come first', () => {
    const expected = triggersOf(base);
    const order = fc.shuffledSubarray([...base.routes], { minLength: base.routes.length });
    fc.assert(
      fc.property(order, fc.nat(50), (routes, tokensBefore) => {
        expect(triggersOf({ ...base, routes, tokensBefore })).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
