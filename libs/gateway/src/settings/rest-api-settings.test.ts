import { open, refusal, synthApi } from '../../testing/api';
import { build, document, ok } from '../../testing/openapi';
import { Endpoint, type RestApiProps } from '../index';

const apiWith = (props: Partial<RestApiProps> = {}) =>
  synthApi((api) => api.addRoute('GET /', open), props).resource.aws_api_gateway_rest_api?.api;
const bodyWith = (props: Partial<RestApiProps>) =>
  JSON.parse(String(apiWith({ ...props, definition: 'openapi' })?.body)) as Record<string, unknown>;

const settings = {
  endpoint: Endpoint.edge(),
  disableDefaultEndpoint: true,
  binaryMediaTypes: ['image/png', '*/*'],
  minimumCompressionBytes: 0,
  apiKeySource: 'AUTHORIZER',
  tags: { team: 'reports' },
} as const;

it('writes each setting out, also when it is off', () => {
  expect(apiWith()).toEqual({
    name: 'reports',
    api_key_source: 'HEADER',
    binary_media_types: [],
    disable_execute_api_endpoint: false,
    endpoint_configuration: { types: ['REGIONAL'], ip_address_type: 'ipv4' },
    minimum_compression_size: '-1',
  });
});

it('has what it is given', () => {
  expect(apiWith(settings)).toEqual({
    name: 'reports',
    api_key_source: 'AUTHORIZER',
    binary_media_types: ['image/png', '*/*'],
    disable_execute_api_endpoint: true,
    endpoint_configuration: { types: ['EDGE'], ip_address_type: 'ipv4' },
    minimum_compression_size: '0',
    tags: { team: 'reports' },
  });
});

it('is the same in an OpenAPI body, whose import would turn it off', () => {
  expect(bodyWith(settings)).toMatchObject({
    'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
    'x-amazon-apigateway-binary-media-types': ['image/png', '*/*'],
    'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
    'x-amazon-apigateway-minimum-compression-size': 0,
  });
  expect(Object.keys(bodyWith({}))).toEqual(['components', 'info', 'openapi', 'paths']);
});

it('may fail where an import only warns', () => {
  expect(apiWith({ definition: 'openapi', failOnWarnings: true })?.fail_on_warnings).toBe(true);
});

describe('an API from a document', () => {
  const said = {
    'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
    'x-amazon-apigateway-binary-media-types': ['image/png'],
    'x-amazon-apigateway-minimum-compression-size': 1024,
  };
  const apiOf = (props: Partial<RestApiProps>) =>
    build(document({ '/me': { get: ok } }, said), props).aws_api_gateway_rest_api?.api;

  it('keeps what the document says', () => {
    expect(apiOf({})).toMatchObject({
      api_key_source: 'AUTHORIZER',
      binary_media_types: ['image/png'],
      minimum_compression_size: '1024',
    });
  });

  it('has what the props say in place of that', () => {
    const api = apiOf({ apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionBytes: 5 });

    expect(api).toMatchObject({ api_key_source: 'HEADER', binary_media_types: [], minimum_compression_size: '5' });
    const body = JSON.parse(String(api?.body)) as Record<string, unknown>;
    expect(body['x-amazon-apigateway-minimum-compression-size']).toBe(5);
    expect(body).not.toHaveProperty('x-amazon-apigateway-binary-media-types');
    expect(body).not.toHaveProperty('x-amazon-apigateway-api-key-source');
  });
});

it.each<[string, Partial<RestApiProps>, string]>([
  [
    'a private API has no VPC endpoints',
    { endpoint: Endpoint.private({ vpcEndpoints: [] as unknown as [string] }) },
    'test/api, endpoint: expected a private API with the VPC endpoints that callers come through, found [].',
  ],
  [
    'a VPC endpoint is none',
    { endpoint: Endpoint.private({ vpcEndpoints: ['vpc-1'] }) },
    'test/api, endpoint: expected ids of VPC endpoints, found "vpc-1".',
  ],
  [
    'a private API has no default endpoint',
    { endpoint: Endpoint.private({ vpcEndpoints: ['vpce-1a'] }), disableDefaultEndpoint: true },
    'test/api, disableDefaultEndpoint: expected false for a private API, found true.',
  ],
  [
    'a content type has parameters',
    { binaryMediaTypes: ['text/plain; charset=utf-8'] },
    'test/api, binaryMediaTypes: expected content types such as image/png, without parameters',
  ],
  [
    'a size is too large',
    { minimumCompressionBytes: 10_485_761 },
    'minimumCompressionBytes: expected a whole number from 0 to 10485760, found 10485761.',
  ],
])('fails when %s', (_, props, message) => {
  expect(refusal((api) => api.addRoute('GET /', open), props)).toContain(message);
});
