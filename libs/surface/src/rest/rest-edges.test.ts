import { fixture } from '../../testing/fixture';
import { surfaceFromState, surfaceFromSynth, type RestApi, type Unknown } from '../index';

const API = { rest_api_id: '${aws_api_gateway_rest_api.x.id}' };
const ROOT = { ...API, resource_id: '${aws_api_gateway_rest_api.x.root_resource_id}', http_method: 'GET' };
/** An API with these resources, by type without `aws_api_gateway_`; each is named `y`. */
function read(parts: Record<string, object>): RestApi<Unknown> {
  const resource = Object.fromEntries(
    Object.entries(parts).map(([type, body]) => [
      type.startsWith('aws_') ? type : `aws_api_gateway_${type}`,
      { y: body },
    ]),
  );
  const [api] = surfaceFromSynth([{ resource: { aws_api_gateway_rest_api: { x: { name: 'x' } }, ...resource } }]).apis;
  if (!api) throw new Error('no API was read');
  return api;
}

describe('stages', () => {
  it('may be made by their deployment', () => {
    const { stages } = read({ deployment: { ...API, stage_name: 'v1', variables: { a: 'b' } } });
    expect(stages).toMatchObject([
      {
        address: 'aws_api_gateway_deployment.y',
        name: 'v1',
        variables: { a: 'b' },
        deployment: 'aws_api_gateway_deployment.y',
      },
    ]);
  });

  it('have the settings that name them by a reference nobody can follow to a text', () => {
    const { stages } = read({
      stage: { ...API, stage_name: '${var.stage}', deployment_id: 'd' },
      method_settings: {
        ...API,
        stage_name: '${aws_api_gateway_stage.y.stage_name}',
        method_path: '*/*',
        settings: {},
      },
    });
    expect(stages[0]?.methodSettings).toMatchObject([{ methodPath: '*/*', loggingLevel: 'OFF' }]);
  });

  it('are not limited where the provider writes -1', () => {
    const settings = { throttling_rate_limit: -1, throttling_burst_limit: -1 };
    const { stages } = read({
      stage: { ...API, stage_name: 'v1', deployment_id: 'd' },
      method_settings: { ...API, stage_name: 'v1', method_path: '*/*', settings },
    });
    expect(stages[0]?.methodSettings[0]).not.toHaveProperty('throttleRate');
    expect(stages[0]?.methodSettings[0]).not.toHaveProperty('throttleBurst');
  });
});

describe('a canary', () => {
  it('has a deployment, a share and variables of its own', () => {
    const canary_settings = { deployment_id: 'c', percent_traffic: 12.5, stage_variable_overrides: { a: 'b' } };
    const { stages } = read({ stage: { ...API, stage_name: 'v1', deployment_id: 'd', canary_settings } });
    expect(stages[0]?.canary).toEqual({ deploymentId: 'c', percentTraffic: 12.5, variables: { a: 'b' } });
  });
});

describe('compression', () => {
  it.each([
    ['1024', 1024],
    ['-1', undefined],
    ['', undefined],
    [0, 0],
  ])('of %p', (minimum_compression_size, expected) => {
    const [api] = surfaceFromSynth([
      { resource: { aws_api_gateway_rest_api: { x: { name: 'x', minimum_compression_size } } } },
    ]).apis;
    expect(api?.minimumCompressionSize).toBe(expected);
  });

  it('may be in the body', () => {
    const body = JSON.stringify({ 'x-amazon-apigateway-minimum-compression-size': 7, paths: {} });
    const [api] = surfaceFromSynth([{ resource: { aws_api_gateway_rest_api: { x: { name: 'x', body } } } }]).apis;
    expect(api?.minimumCompressionSize).toBe(7);
  });
});

describe('an integration', () => {
  it('may have a role, and leave the certificate unverified', () => {
    const { routes } = read({
      method: { ...ROOT, authorization: 'NONE' },
      integration: { ...ROOT, type: 'AWS', credentials: 'arn:x', tls_config: { insecure_skip_verification: true } },
    });
    expect(routes[0]?.integration).toMatchObject({ credentials: 'arn:x', insecureTls: true });
  });
});

describe('methods', () => {
  it.each([
    ['NONE', { kind: 'none' }],
    ['AWS_IAM', { kind: 'iam' }],
    ['CUSTOM', { kind: 'custom', authorizerId: 'abc' }],
    ['COGNITO_USER_POOLS', { kind: 'cognito', authorizerId: 'abc', scopes: [] }],
    ['A_NEW_KIND', { unknown: true }],
  ])('with authorization %s', (authorization, auth) => {
    expect(read({ method: { ...ROOT, authorization, authorizer_id: 'abc' } }).routes[0]?.auth).toEqual(auth);
  });

  it('without authorization are not taken for public', () => {
    expect(read({ method: ROOT }).routes[0]?.auth).toEqual({ unknown: true });
  });

  it('have an unknown validator where it is not part of the surface', () => {
    const method = { ...ROOT, authorization: 'NONE', request_validator_id: 'elsewhere' };
    expect(read({ method }).routes[0]?.validator).toEqual({ unknown: true });
  });

  it('keep their place under a resource that refers to itself', () => {
    const { routes } = read({
      resource: { ...API, parent_id: '${aws_api_gateway_resource.y.id}', path_part: 'loop' },
      method: {
        ...API,
        resource_id: '${aws_api_gateway_resource.y.id}',
        http_method: 'GET',
        authorization: 'NONE',
      },
    });
    expect(routes).toMatchObject([{ path: { unknown: true, references: ['aws_api_gateway_resource.y'] } }]);
  });

  it('are joined with an integration that takes everything from them', () => {
    const { routes } = read({
      method: { ...ROOT, http_method: '${var.verb}', authorization: 'NONE' },
      integration: {
        ...API,
        resource_id: '${aws_api_gateway_method.y.resource_id}',
        http_method: '${aws_api_gateway_method.y.http_method}',
        type: 'MOCK',
      },
    });
    expect(routes).toMatchObject([{ method: { unknown: true }, integration: { type: 'MOCK' } }]);
  });

  it('are joined with an integration of the same resource, that is made elsewhere', () => {
    const place = { ...API, resource_id: 'elsewhere', http_method: 'GET' };
    const { routes } = read({
      method: { ...place, authorization: 'NONE' },
      integration: { ...place, type: 'MOCK' },
    });
    expect(routes).toMatchObject([{ method: 'GET', integration: { type: 'MOCK' } }]);
  });

  it('call a function by its alias', () => {
    const state = fixture('reports-api', 'applied.state.json');
    for (const { type, values } of state.values.root_module.resources) {
      if (type === 'aws_api_gateway_integration' && values.type === 'AWS_PROXY') {
        values.uri = values.uri.replace('/invocations', ':live/invocations');
      }
    }
    const routes = surfaceFromState([state]).apis[0]?.routes ?? [];
    expect(routes.find(({ path }) => path === '/me')?.integration?.function).toBe('aws_lambda_function.me');
  });
});

describe('authorizers', () => {
  it('without a type take tokens, as the provider has it', () => {
    expect(read({ authorizer: { ...API, name: 'a', authorizer_uri: 'arn:x' } }).authorizers).toMatchObject([
      { type: 'TOKEN', identitySource: 'method.request.header.Authorization', resultTtl: 300, uri: 'arn:x' },
    ]);
  });
});

describe('a body of its own resource', () => {
  it('belongs to the API', () => {
    const body = JSON.stringify({ paths: { '/a': { get: {} } } });
    expect(read({ rest_api_put: { ...API, body } }).routes).toMatchObject([{ path: '/a', method: 'GET' }]);
  });
});

describe('an API of another stack', () => {
  it('keeps its routes together, and nothing of it is made up', () => {
    const other = { rest_api_id: 'abc123', http_method: 'GET', authorization: 'NONE' };
    const { apis } = surfaceFromSynth([
      {
        resource: {
          aws_api_gateway_method: { a: { ...other, resource_id: 'r1' }, b: { ...other, resource_id: 'r2' } },
        },
      },
    ]);
    expect(apis).toMatchObject([
      {
        address: 'aws_api_gateway_rest_api(abc123)',
        managed: false,
        id: 'abc123',
        name: { unknown: true },
        endpointTypes: { unknown: true },
        routes: [{ path: { unknown: true } }, { path: { unknown: true } }],
      },
    ]);
  });
});
