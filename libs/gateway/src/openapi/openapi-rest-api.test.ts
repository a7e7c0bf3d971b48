import { stage, userPool } from '../../testing/api';
import { build, document, ok, uri } from '../../testing/openapi';
import { type OpenApiRestApiProps } from './openapi-rest-api';

interface Body {
  readonly info: object;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly components: Readonly<Record<string, unknown>>;
  readonly [extension: `x-${string}`]: unknown;
}

function bodyOf(given: object, props?: Partial<OpenApiRestApiProps>): Body {
  return JSON.parse(String(build(given, props).aws_api_gateway_rest_api?.api?.body)) as Body;
}

const operation = (value: object, props?: Partial<OpenApiRestApiProps>) =>
  bodyOf(document({ '/me': { get: { ...ok, ...value } } }), props).paths['/me']?.get;

describe('an API from an OpenAPI document', () => {
  it('is one resource with everything that an import replaces, and what serves it', () => {
    const resource = build(document({ '/me': { get: ok } }));

    expect(Object.keys(resource).sort()).toEqual([
      'aws_api_gateway_deployment',
      'aws_api_gateway_method_settings',
      'aws_api_gateway_rest_api',
      'aws_api_gateway_stage',
      'aws_cloudwatch_log_group',
      'aws_lambda_function',
      'aws_lambda_permission',
    ]);
    expect(resource.aws_api_gateway_rest_api?.api).toEqual({
      name: 'reports',
      disable_execute_api_endpoint: false,
      endpoint_configuration: { types: ['REGIONAL'], ip_address_type: 'ipv4' },
      api_key_source: 'HEADER',
      binary_media_types: [],
      minimum_compression_size: '-1',
      body: expect.any(String),
    });
    const { components, ...body } = bodyOf(document({ '/me': { get: ok } }));
    expect(body).toEqual({
      openapi: '3.0.3',
      info: { title: 'reports', version: '1' },
      paths: {
        '/me': {
          get: {
            ...ok,
            security: [{ users: [] }],
            'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri },
          },
        },
      },
      'x-amazon-apigateway-request-validators': {
        body_and_parameters: { validateRequestBody: true, validateRequestParameters: true },
      },
      'x-amazon-apigateway-request-validator': 'body_and_parameters',
    });
    const authorizer = {
      type: 'cognito_user_pools',
      providerARNs: [userPool.userPoolArn],
      authorizerResultTtlInSeconds: 300,
    };
    expect(components).toEqual({
      securitySchemes: {
        users: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': authorizer,
        },
      },
    });
  });

  it.each([
    [{}, [{ users: [] }]],
    [{ security: [{ users: [] }] }, [{ users: [] }]],
    [{ security: [{ users: ['reports/read'] }] }, [{ users: ['reports/read'] }]],
    [
      { security: [{ users: ['reports/write'] }, { users: ['reports/read'] }] },
      [{ users: ['reports/read', 'reports/write'] }],
    ],
    [{ 'x-gatehouse-public': 'Uptime checks have no account' }, []],
    [{ 'x-gatehouse-public': 'Uptime checks have no account', security: [] }, []],
  ])('guards an operation with %j by %j', (value, security) => {
    expect(operation(value)?.security).toEqual(security);
  });

  it('takes the extensions of another project, and writes the reason where the review finds it', () => {
    const given = document({ '/health': { get: { ...ok, 'x-acme-public': 'Uptime checks have no account' } } });

    expect(bodyOf(given, { project: 'acme' }).paths['/health']?.get).toMatchObject({
      security: [],
      'x-acme-public': 'Uptime checks have no account',
      'x-gatehouse-public': 'Uptime checks have no account',
    });
  });

  it('makes the one scheme of the document its authorizer', () => {
    const given = document(
      { '/me': { get: { ...ok, security: [{ signIn: ['reports/read'] }] } } },
      { components: { securitySchemes: { signIn: { type: 'oauth2', flows: {} } } } },
    );

    const { components, paths } = bodyOf(given);
    expect(Object.keys(components.securitySchemes as object)).toEqual(['signIn']);
    expect(paths['/me']?.get?.security).toEqual([{ signIn: ['reports/read'] }]);
  });

  it('guards the operation that stands for every verb', () => {
    const { paths } = bodyOf(document({ '/{proxy+}': { 'x-amazon-apigateway-any-method': ok } }));

    expect(paths['/{proxy+}']?.['x-amazon-apigateway-any-method']?.security).toEqual([{ users: [] }]);
  });

  it('answers preflights and makes errors readable for pages that may call', () => {
    const cors = { allowOrigins: ['https://app.example.com'] };
    const body = bodyOf(document({ '/me': { get: ok, put: ok } }), { cors });

    expect(body.paths['/me']?.options).toEqual({
      summary: 'CORS preflight',
      responses: {
        204: {
          description: '204',
          headers: Object.fromEntries(
            [
              'Access-Control-Allow-Headers',
              'Access-Control-Allow-Methods',
              'Access-Control-Allow-Origin',
              'Access-Control-Max-Age',
              'Vary',
            ].map((name) => [name, { schema: { type: 'string' } }]),
          ),
        },
      },
      'x-amazon-apigateway-integration': {
        type: 'mock',
        requestTemplates: { 'application/json': '{"statusCode":204}' },
        contentHandling: 'CONVERT_TO_TEXT',
        passthroughBehavior: 'never',
        responses: {
          default: {
            statusCode: '204',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
              'method.response.header.Vary': "'Origin'",
              'method.response.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
              'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS,PUT'",
              'method.response.header.Access-Control-Max-Age': "'600'",
            },
          },
        },
      },
    });
    expect(Object.keys(body['x-amazon-apigateway-gateway-responses'] as object)).toEqual([
      'DEFAULT_4XX',
      'DEFAULT_5XX',
    ]);
  });

  it('keeps an integration of the document, and text that looks like a reference', () => {
    const integration = {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode":200,"path":"${stageVariables.x}"}' },
    };

    expect(operation({ 'x-amazon-apigateway-integration': integration })).toMatchObject({
      'x-amazon-apigateway-integration': {
        type: 'mock',
        // Terraform reads `$${` as `${`.
        requestTemplates: { 'application/json': '{"statusCode":200,"path":"$${stageVariables.x}"}' },
      },
    });
  });

  it('answers by itself where the document says what', () => {
    const cors = { allowOrigins: ['https://app.example.com'] };

    expect(operation({ 'x-gatehouse-mock': { body: { status: 'ok' } } }, { cors })).toMatchObject({
      responses: {
        200: {
          headers: {
            'Access-Control-Allow-Origin': { schema: { type: 'string' } },
            Vary: { schema: { type: 'string' } },
          },
        },
      },
      'x-amazon-apigateway-integration': {
        type: 'mock',
        responses: {
          default: {
            statusCode: '200',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
              'method.response.header.Vary': "'Origin'",
            },
            responseTemplates: { 'application/json': '{"status":"ok"}' },
          },
        },
      },
    });
  });

  it('deploys anew when the document changes, and not when only the order of its keys does', () => {
    const trigger = (given: object) => build(given).aws_api_gateway_deployment?.api?.triggers;
    const get = { summary: 'Me', ...ok };

    expect(trigger(document({ '/me': { get } }))).toEqual({
      'aws_lambda_function.service.invoke_arn': uri,
      configuration: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(trigger(document({ '/me': { get: { ...ok, summary: 'Me' } } }))).toEqual(
      trigger(document({ '/me': { get } })),
    );
    expect(trigger(document({ '/me': { get: { ...get, security: [{ users: ['a/b'] }] } } }))).not.toEqual(
      trigger(document({ '/me': { get } })),
    );
  });

  it('keeps answers of public GET operations, distinguished by their parameters', () => {
    const resource = build(
      document(
        {
          '/prices/{id}': {
            parameters: [{ $ref: '#/components/parameters/currency' }],
            get: { ...ok, 'x-gatehouse-public': 'prices are public', 'x-gatehouse-cached': true },
          },
        },
        { components: { parameters: { currency: { name: 'currency', in: 'query', schema: { type: 'string' } } } } },
      ),
      { stage: { ...stage, cache: { sizeGb: 0.5, ttlSeconds: 60 } } },
    );
    const { paths } = JSON.parse(String(resource.aws_api_gateway_rest_api?.api?.body)) as Body;

    expect(paths['/prices/{id}']?.get).toMatchObject({
      parameters: [
        { name: 'currency', in: 'query' },
        { name: 'id', in: 'path', required: true },
      ],
      'x-amazon-apigateway-integration': {
        cacheKeyParameters: ['method.request.path.id', 'method.request.querystring.currency'],
      },
    });
    expect(resource.aws_api_gateway_method_settings?.get_prices_by_id).toMatchObject({
      method_path: '~1prices~1{id}/GET',
    });
  });
});
