import { validationErrors } from '@gatehouse/testing';
import { lambda, open, refusal, stage, synthApi, userPool } from '../../testing/api';
import { definitions } from '../../testing/definitions';
import { Auth, Integration, type RouteOptions, RestApi, type RouteKey } from '../index';

const cache = { sizeGb: 0.5, ttlSeconds: 300 };
const everyMethod = {
  logging_level: 'OFF',
  data_trace_enabled: false,
  metrics_enabled: false,
  throttling_rate_limit: 50,
  throttling_burst_limit: 100,
};
const prices: RouteOptions = {
  auth: Auth.public('prices are on the web page'),
  integration: Integration.mock(),
};

const cached = (key: RouteKey, options: Partial<RouteOptions> = {}, allowOrigins?: string[]) =>
  synthApi(
    (api) => {
      api.addRoute('GET /health', open);
      api.addRoute(key, { ...prices, cached: true, ...options });
    },
    { stage: { ...stage, cache }, ...(allowOrigins && { cors: { allowOrigins } }) },
  ).resource;

it('keeps the answers of cached routes only, encrypted', () => {
  const resource = cached('GET /prices/{id}');

  expect(resource.aws_api_gateway_stage?.api).toMatchObject({
    cache_cluster_enabled: true,
    cache_cluster_size: '0.5',
  });
  expect(resource.aws_api_gateway_method_settings).toEqual({
    api: {
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      stage_name: '${aws_api_gateway_stage.api.stage_name}',
      method_path: '*/*',
      settings: { ...everyMethod, caching_enabled: false },
    },
    get_prices_by_id: {
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      stage_name: '${aws_api_gateway_stage.api.stage_name}',
      method_path: '~1prices~1{id}/GET',
      settings: {
        ...everyMethod,
        caching_enabled: true,
        cache_ttl_in_seconds: 300,
        cache_data_encrypted: true,
        require_authorization_for_cache_control: true,
        unauthorized_cache_control_header_strategy: 'SUCCEED_WITH_RESPONSE_HEADER',
      },
      depends_on: ['aws_api_gateway_method_settings.api'],
    },
  });
});

it('tells answers apart by every parameter that the route declares', () => {
  const resource = cached('GET /prices/{id}', {
    requestParameters: { 'method.request.querystring.currency': true, 'method.request.header.Accept': false },
  });

  expect(resource.aws_api_gateway_method?.get_prices_by_id?.request_parameters).toEqual({
    'method.request.path.id': true,
    'method.request.querystring.currency': true,
    'method.request.header.Accept': false,
  });
  expect(resource.aws_api_gateway_integration?.get_prices_by_id?.cache_key_parameters).toEqual([
    'method.request.header.Accept',
    'method.request.path.id',
    'method.request.querystring.currency',
  ]);
  expect(resource.aws_api_gateway_integration?.get_health).not.toHaveProperty('cache_key_parameters');
});

it('tells answers apart by the page that asks, where several may', () => {
  const several = cached('GET /prices', {}, ['https://a.example.com', 'https://b.example.com']);
  const one = cached('GET /prices', {}, ['https://a.example.com']);

  expect(several.aws_api_gateway_integration?.get_prices?.cache_key_parameters).toEqual([
    'method.request.header.Origin',
    'method.request.header.origin',
  ]);
  expect(one.aws_api_gateway_integration?.get_prices).not.toHaveProperty('cache_key_parameters');
});

it('changes nothing where the stage has no cache', () => {
  const without = (cachedRoute: boolean) =>
    synthApi((api) => api.addRoute('GET /prices/{id}', { ...prices, cached: cachedRoute })).resource;

  expect(without(true)).toEqual(without(false));
});

it.each([Auth.idToken(), Auth.accessToken('reports/read')])(
  'fails when a guarded route is cached, with and without a cache: %j',
  (auth) => {
    for (const options of [{}, { stage: { ...stage, cache } }]) {
      const message = refusal(
        (api, scope) => api.addRoute('GET /me', { auth, integration: Integration.lambda(lambda(scope)), cached: true }),
        options,
      );

      expect(message).toContain(
        'test/api, GET /me, cached: expected a public route, whose answer is the same for every caller',
      );
    }
  },
);

it('fails when the verb changes something', () => {
  const message = refusal((api) => api.addRoute('POST /prices', { ...prices, cached: true }));

  expect(message).toContain('test/api, POST /prices, cached: expected GET, which changes nothing, found "POST"');
});

it.each([
  [{ sizeGb: 1, ttlSeconds: 300 }, 'stage.cache.sizeGb: expected one of 0.5, 1.6, 6.1'],
  [{ sizeGb: 0.5, ttlSeconds: 0 }, 'stage.cache.ttlSeconds: expected a whole number from 1 to 3600, found 0'],
])('fails when the cache is %j', (options, expected) => {
  expect(refusal(() => undefined, { stage: { ...stage, cache: options } })).toContain(expected);
});

it('fails when nothing is cached', () => {
  const errors = validationErrors((scope) => {
    const api = new RestApi(scope, 'api', { name: 'reports', stage: { ...stage, cache } });
    api.addCognitoAuthorizer('users', { userPools: [userPool] });
    api.addRoute('GET /health', open);
  });

  expect(errors).toEqual([
    expect.stringContaining('[test/api] stage.cache: expected at least one cached route, found none'),
  ]);
});

describe('a namespace of kept answers', () => {
  const options = { ...prices, cached: true, cacheNamespace: 'prices' };
  const both = (route: RouteOptions) =>
    definitions((api) => api.addRoute('GET /prices', route), { stage: { ...stage, cache } });

  it('is shared by the routes that name it', () => {
    const { body, resource } = both(options);

    expect(resource.aws_api_gateway_integration?.get_prices).toMatchObject({ cache_namespace: 'prices' });
    expect(body.paths['/prices']?.get?.['x-amazon-apigateway-integration']).toMatchObject({ cacheNamespace: 'prices' });
  });

  it('is the path where none is named, and is written so that a namespace can be taken back', () => {
    const { resource } = both({ ...prices, cached: true });

    expect(resource.aws_api_gateway_integration?.get_prices).toMatchObject({
      cache_namespace: '${aws_api_gateway_resource.prices.id}',
    });
  });

  it('fails at a route that keeps nothing', () => {
    expect(refusal((api) => api.addRoute('GET /prices', { ...options, cached: false }))).toContain(
      'test/api, GET /prices, cacheNamespace: expected the name of a namespace, at a route with cached: true',
    );
  });
});
