import { surfaceFromSynth } from '../surface-from-synth';
import { posture } from './posture';

const rest_api_id = '${aws_api_gateway_rest_api.shop.id}';
const at = (name: string, http_method = 'GET') => ({
  ...{ rest_api_id, http_method, resource_id: `\${aws_api_gateway_resource.${name}.id}` },
});
const resource = (path_part: string) => ({
  ...{ rest_api_id, path_part, parent_id: '${aws_api_gateway_rest_api.shop.root_resource_id}' },
});
const http = { type: 'HTTP_PROXY', uri: 'https://a.example', integration_http_method: 'GET' };
const keyed = { cache_key_parameters: ['method.request.header.Authorization'] };

/** What is said of an open route that caches in a namespace, beside a guarded one. */
const said = (open: object, guarded: object, cache_cluster_enabled = true, caching_enabled = true) =>
  posture(
    surfaceFromSynth([
      {
        resource: {
          aws_api_gateway_rest_api: { shop: { name: 'shop' } },
          aws_api_gateway_resource: { orders: resource('orders'), status: resource('status') },
          aws_api_gateway_method: {
            orders: { ...at('orders'), authorization: 'AWS_IAM' },
            status: { ...at('status'), authorization: 'NONE' },
          },
          aws_api_gateway_integration: {
            orders: { ...at('orders'), ...http, ...keyed, ...guarded },
            status: { ...at('status'), ...http, ...open },
          },
          aws_api_gateway_stage: {
            live: { rest_api_id, stage_name: 'live', deployment_id: 'd', cache_cluster_enabled },
          },
          aws_api_gateway_method_settings: {
            all: { rest_api_id, stage_name: 'live', method_path: '*/*', settings: { caching_enabled } },
          },
        },
      },
    ] as never),
  )
    .filter(({ rule }) => rule === 'cache-shared-between-callers')
    .map(({ subject, message }) => `${subject}: ${message}`);

describe('a cache namespace', () => {
  const one = { cache_namespace: 'one' };
  const shared = [
    'GET /status: Anyone who calls it on stage live can receive cached responses of GET /orders: both routes cache in one namespace.',
  ];

  it('lets everyone read what a guarded route of another path put there', () => {
    expect(said(one, one)).toEqual(shared);
  });

  it('lets nobody, where it is of one route, or nothing is cached', () => {
    expect(said(one, { cache_namespace: 'two' })).toEqual([]);
    expect(said({}, {})).toEqual([]);
    expect(said(one, one, false)).toEqual([]);
    expect(said(one, one, true, false)).toEqual([]);
    expect(said({ ...one, type: 'MOCK' }, one)).toEqual([]);
    expect(said(one, { ...one, type: 'MOCK' })).toEqual([]);
  });
});

describe('a cache key', () => {
  it('has to tell callers of a guarded route apart', () => {
    const other = ['GET /orders: Callers on stage live can receive the responses of other callers.'];
    expect(said({}, { cache_key_parameters: ['method.request.querystring.page'] })).toEqual(other);
    expect(said({}, { cache_key_parameters: [] })).toEqual(other);
    expect(said({}, {})).toEqual([]);
  });
});
