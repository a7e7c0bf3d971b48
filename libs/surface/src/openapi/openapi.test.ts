import { fixture } from '../../testing/fixture';
import { surfaceFromState, surfaceFromSynth, readPlans, type RestApi, type Unknown } from '../index';

const applied = surfaceFromState([fixture('openapi', 'applied.state.json')]);
const api = (name: string) => applied.apis.find((each) => each.name === name);
const route = (path: string, method: string) =>
  api('from-json')?.routes.find((each) => each.path === path && each.method === method);

/** A REST API with this body and nothing else. */
const read = (body: object | string, rest: object = {}): RestApi<Unknown> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const [only] = surfaceFromSynth([
    { resource: { aws_api_gateway_rest_api: { x: { name: 'x', body: text, ...rest } } } },
  ]).apis;
  if (!only) throw new Error('no API was read');
  return only;
};
const operation = (rest: object) => ({ paths: { '/a': { get: rest } } });

describe('an OpenAPI 3 body', () => {
  it('gives every operation as a route with an address of its own', () => {
    expect(api('from-json')?.routes.map(({ method, path, address }) => [method, path, address])).toEqual([
      ['GET', '/inherits-root', 'aws_api_gateway_rest_api.json#/paths/~1inherits-root/get'],
      ['PUT', '/reports/{id}', 'aws_api_gateway_rest_api.json#/paths/~1reports~1{id}/put'],
      ['ANY', '/reports/{id}', 'aws_api_gateway_rest_api.json#/paths/~1reports~1{id}/x-amazon-apigateway-any-method'],
      ['OPTIONS', '/reports/{id}', 'aws_api_gateway_rest_api.json#/paths/~1reports~1{id}/options'],
      ['GET', '/signed', 'aws_api_gateway_rest_api.json#/paths/~1signed/get'],
      ['GET', '/decorated', 'aws_api_gateway_rest_api.json#/paths/~1decorated/get'],
    ]);
  });

  it('guards an operation by its own security', () => {
    const schemes = 'aws_api_gateway_rest_api.json#/components/securitySchemes';
    expect(route('/reports/{id}', 'PUT')).toMatchObject({
      auth: {
        kind: 'cognito',
        authorizerId: 'users',
        authorizer: `${schemes}/users`,
        scopes: ['reports/write'],
      },
      apiKeyRequired: true,
    });
    expect(route('/reports/{id}', 'ANY')).toMatchObject({
      auth: { kind: 'custom', authorizerId: 'custom', authorizer: `${schemes}/custom` },
      apiKeyRequired: false,
    });
    expect(route('/signed', 'GET')?.auth).toEqual({ kind: 'iam' });
  });

  it('is public where only the root says security, as API Gateway takes it', () => {
    expect(route('/inherits-root', 'GET')?.auth).toEqual({ kind: 'none' });
  });

  it('is public where the security scheme has no authorizer', () => {
    expect(route('/decorated', 'GET')?.auth).toEqual({ kind: 'none' });
  });

  it('gives authorizers', () => {
    expect(api('from-json')?.authorizers).toMatchObject([
      {
        id: 'users',
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
        userPoolArns: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_elsewhere'],
        resultTtl: 300,
      },
      {
        id: 'custom',
        type: 'REQUEST',
        identitySource: 'method.request.header.X-Token, context.identity.sourceIp',
        resultTtl: 0,
      },
    ]);
    expect(api('inline')?.authorizers[0]?.userPools).toEqual(['aws_cognito_user_pool.users']);
  });

  it('gives parameters, models, validators and integrations', () => {
    expect(route('/reports/{id}', 'PUT')).toMatchObject({
      requestParameters: { 'method.request.path.id': true, 'method.request.header.X-Trace': false },
      requestModels: { 'application/json': 'Report' },
      validator: { body: true, parameters: true },
      integration: { type: 'AWS_PROXY', method: 'POST', timeout: 4000, passthrough: 'WHEN_NO_TEMPLATES' },
      responses: [{ statusCode: '200', responseParameters: { 'method.response.header.X-Trace': false } }],
    });
    expect(route('/signed', 'GET')?.validator).toEqual({ body: true, parameters: false });
    expect(api('from-json')?.models).toMatchObject([{ name: 'Report', contentType: 'application/json' }]);
  });

  it('gives what it sets for the whole API', () => {
    expect(api('from-json')).toMatchObject({
      complete: true,
      binaryMediaTypes: ['image/png'],
      apiKeySource: 'HEADER',
      policy: [
        {
          effect: 'Allow',
          principals: ['*'],
          actions: ['execute-api:Invoke'],
          resources: ['execute-api:/*'],
        },
      ],
      gatewayResponses: [{ type: 'DEFAULT_4XX' }, { type: 'UNAUTHORIZED', statusCode: '401' }],
    });
  });

  it('gives the CORS headers of its OPTIONS operations and error responses', () => {
    expect(api('from-json')?.cors).toMatchObject([
      { path: '/reports/{id}', method: 'OPTIONS', origins: ['https://app.example.com'] },
      {
        address: expect.stringContaining('#/x-amazon-apigateway-gateway-responses/DEFAULT_4XX'),
        origins: ['*'],
      },
    ]);
  });
});

describe('a body in other forms', () => {
  it('may be YAML, and have its base path in front', () => {
    expect(api('from-yaml')?.routes.map(({ method, path, auth }) => [method, path, auth])).toMatchObject([
      ['GET', '/base/reports', { kind: 'cognito', authorizerId: 'users' }],
      ['POST', '/base/reports', { kind: 'none' }],
    ]);
  });

  it('may be OpenAPI 2', () => {
    const swagger = {
      swagger: '2.0',
      basePath: '/base',
      consumes: ['application/xml'],
      paths: {
        '/a': {
          parameters: [{ name: 'id', in: 'query', required: true }],
          post: {
            parameters: [{ in: 'body', name: 'body', schema: { $ref: '#/definitions/Report' } }],
            security: [{ users: ['a/b'] }],
          },
        },
      },
      definitions: { Report: { type: 'object' } },
      securityDefinitions: {
        users: {
          type: 'apiKey',
          name: 'X-Auth',
          in: 'header',
          'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['arn:pool'] },
        },
      },
    };
    const surface = read(swagger);
    expect(surface.routes).toMatchObject([
      {
        path: '/a',
        auth: { kind: 'cognito', scopes: ['a/b'] },
        requestParameters: { 'method.request.querystring.id': true },
        requestModels: { 'application/xml': 'Report' },
      },
    ]);
    expect(surface.authorizers).toMatchObject([
      {
        address: 'aws_api_gateway_rest_api.x#/securityDefinitions/users',
        identitySource: 'method.request.header.X-Auth',
      },
    ]);
    expect(read(swagger, { parameters: { basepath: 'prepend' } }).routes[0]?.path).toBe('/base/a');
  });

  it('may have references in it, of which only those places are unknown', () => {
    const { routes, authorizers, complete } = surfaceFromSynth([fixture('openapi', 'main.tf.json')]).apis.find(
      ({ name }) => name === 'inline',
    )!;
    expect(complete).toBe(true);
    expect(routes).toMatchObject([{ path: '/me', auth: { kind: 'cognito', scopes: ['reports/read'] } }]);
    expect(authorizers).toMatchObject([
      { userPoolArns: [{ unknown: true }], userPools: ['aws_cognito_user_pool.users'] },
    ]);
  });

  it('may be encoded in the code', () => {
    const body = '${jsonencode({ "paths" = { "/a" = { "get" = { "security" = [{ "users" = [] }] } } } })}';
    expect(read(body)).toMatchObject({ complete: true, routes: [{ path: '/a', method: 'GET' }] });
  });
});

describe('a body that is not known', () => {
  it('makes the API incomplete, not empty', () => {
    const { apis } = readPlans([fixture('openapi', 'created.plan.json')]).after;
    expect(apis.map(({ name, complete }) => [name, complete])).toEqual([
      ['inline', false],
      ['from-json', true],
      ['from-yaml', true],
    ]);
    expect(read('${file("api.json")}')).toMatchObject({ complete: false, routes: [] });
  });

  it('fails when it is no document', () => {
    expect(() => read('{"paths":')).toThrow(
      'aws_api_gateway_rest_api.x.body: expected a JSON or YAML document, found one that does not parse (SyntaxError).',
    );
    expect(() => read('just text')).toThrow('expected a JSON or YAML document, found text of 9 characters');
  });
});

describe('security of an operation', () => {
  const auth = (rest: object, schemes: object = {}) =>
    read({ ...operation(rest), components: { securitySchemes: schemes } }).routes[0]?.auth;

  it('is none for an empty requirement and for a scheme that is not declared', () => {
    expect(auth({ security: [] })).toEqual({ kind: 'none' });
    expect(auth({ security: [{}] })).toEqual({ kind: 'none' });
    expect(auth({ security: [{ nobody: [] }] })).toEqual({ kind: 'none' });
  });

  it('is IAM by the extension of the operation', () => {
    expect(auth({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } })).toEqual({ kind: 'iam' });
  });

  it('is unknown where it is unknown whether requests are signed, and nothing else guards it', () => {
    const type = { unknown: true, references: ['var.type'] };
    expect(auth({ 'x-amazon-apigateway-auth': { type: '${var.type}' } })).toEqual(type);
    const signed = { signed: { type: 'apiKey', 'x-amazon-apigateway-authtype': '${var.type}' } };
    expect(auth({ security: [{ signed: [] }] }, signed)).toEqual(type);
    const authorizer = { users: { type: 'apiKey', 'x-amazon-apigateway-authorizer': { type: 'request' } } };
    const both = { security: [{ users: [] }], 'x-amazon-apigateway-auth': { type: '${var.type}' } };
    expect(auth(both, authorizer)).toMatchObject({ kind: 'custom' });
  });

  it('is what an operation says that has a key `unknown` of its own', () => {
    expect(auth({ unknown: true, security: [] })).toEqual({ kind: 'none' });
    expect(read({ unknown: true, ...operation({}) })).toMatchObject({ complete: true, routes: [{ path: '/a' }] });
  });

  it('is unknown where the kind of authorizer is', () => {
    const schemes = { users: { type: 'apiKey', 'x-amazon-apigateway-authorizer': { type: '${var.type}' } } };
    expect(auth({ security: [{ users: [] }] }, schemes)).toEqual({ unknown: true, references: ['var.type'] });
  });
});

it('a body says where keys are sent and how the API is reached', () => {
  const body = {
    paths: {},
    'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
    'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true, vpcEndpointIds: ['vpce-1'] },
  };
  const said = { apiKeySource: 'AUTHORIZER', defaultEndpointDisabled: true, vpcEndpointIds: ['vpce-1'] };
  expect(read(body)).toMatchObject(said);
  const written = { api_key_source: 'HEADER', disable_execute_api_endpoint: false };
  expect(read(body, written)).toMatchObject({ apiKeySource: 'HEADER', defaultEndpointDisabled: false });
});
