import { fixture } from '../../testing/fixture';
import { surfaceFromState, surfaceFromSynth, readPlans, type HttpApi, type Unknown } from '../index';

const applied = surfaceFromState([fixture('http-api', 'applied.state.json')]);
const planned = readPlans([fixture('http-api', 'created.plan.json')]).after;
const [http, quick, socket] = applied.httpApis;
const summary = (api: HttpApi<Unknown> | undefined) => api?.routes.map(({ routeKey, auth }) => [routeKey, auth]);

describe('an HTTP API', () => {
  it('gives who may call each route', () => {
    const [jwt, lambda] = http?.authorizers ?? [];
    expect(summary(http)).toEqual([
      ['ANY /custom', { kind: 'custom', authorizerId: lambda?.id, authorizer: 'aws_apigatewayv2_authorizer.lambda' }],
      ['$default', { kind: 'none' }],
      [
        'GET /reports/{id}',
        {
          kind: 'jwt',
          authorizerId: jwt?.id,
          authorizer: 'aws_apigatewayv2_authorizer.jwt',
          scopes: ['reports/read'],
        },
      ],
      ['POST /signed', { kind: 'iam' }],
    ]);
  });

  it('gives the same before anything has an id', () => {
    expect(summary(planned.httpApis[0])).toMatchObject([
      ['ANY /custom', { kind: 'custom', authorizer: 'aws_apigatewayv2_authorizer.lambda' }],
      ['$default', { kind: 'none' }],
      [
        'GET /reports/{id}',
        { kind: 'jwt', authorizerId: { unknown: true }, authorizer: 'aws_apigatewayv2_authorizer.jwt' },
      ],
      ['POST /signed', { kind: 'iam' }],
    ]);
    expect(planned.httpApis[0]?.routes[0]?.integration).toMatchObject({ type: 'HTTP_PROXY' });
  });

  it('finds the pool that is the issuer of a JWT authorizer', () => {
    for (const surface of [applied, planned]) {
      expect(surface.httpApis[0]?.authorizers[0]).toMatchObject({
        type: 'JWT',
        identitySources: ['$request.header.Authorization'],
        userPool: 'aws_cognito_user_pool.users',
      });
    }
    expect(http?.authorizers[0]?.audience).toEqual([applied.clients[0]?.id]);
  });

  it('gives CORS, stage, log and throttles', () => {
    expect(http?.cors).toEqual({
      origins: ['https://admin.example.com', 'https://app.example.com'],
      credentials: true,
      methods: ['GET'],
      headers: ['authorization'],
      maxAge: 300,
    });
    expect(http?.stages).toMatchObject([
      {
        name: '$default',
        autoDeploy: true,
        variables: { backend: 'reports' },
        accessLog: { format: '$context.requestId' },
        routeSettings: [
          { throttleRate: 100, throttleBurst: 50, metrics: true },
          { routeKey: '$default', throttleRate: 1, throttleBurst: 2 },
        ],
      },
    ]);
  });

  it('made by quick create has a public route', () => {
    expect(quick?.routes).toMatchObject([
      { routeKey: 'GET /ping', auth: { kind: 'none' }, integration: { uri: 'https://ping.example.com' } },
    ]);
    expect(quick?.cors).toBeUndefined();
  });

  it('may be a WebSocket API', () => {
    expect(socket).toMatchObject({
      protocol: 'WEBSOCKET',
      routes: [{ routeKey: '$connect', auth: { kind: 'iam' } }],
    });
  });
});

describe('an HTTP API from an OpenAPI body', () => {
  const [api] = surfaceFromSynth([
    {
      resource: {
        aws_cognito_user_pool: { users: { name: 'users' } },
        aws_apigatewayv2_api: {
          x: {
            name: 'x',
            protocol_type: 'HTTP',
            body: JSON.stringify({
              openapi: '3.0.1',
              'x-amazon-apigateway-cors': { allowOrigins: ['*'], maxAge: 60 },
              paths: {
                '/a': {
                  get: {
                    security: [{ jwt: ['a/read'] }],
                    'x-amazon-apigateway-integration': {
                      type: 'http_proxy',
                      uri: 'https://a',
                      httpMethod: 'GET',
                      payloadFormatVersion: '1.0',
                      timeoutInMillis: 5000,
                      requestParameters: { 'overwrite:path': '/b' },
                      responseParameters: { 404: { 'overwrite:statuscode': '410' } },
                    },
                  },
                },
                '/$default': { 'x-amazon-apigateway-any-method': {} },
              },
              components: {
                securitySchemes: {
                  jwt: {
                    type: 'oauth2',
                    'x-amazon-apigateway-authorizer': {
                      type: 'jwt',
                      identitySource: '$request.header.Authorization',
                      jwtConfiguration: {
                        issuer: 'https://${aws_cognito_user_pool.users.endpoint}',
                        audience: ['app'],
                      },
                    },
                  },
                },
              },
            }),
          },
        },
      },
    },
  ]).httpApis;

  it('gives routes, authorizers and CORS', () => {
    expect(api).toMatchObject({
      complete: true,
      cors: { origins: ['*'], maxAge: 60 },
      authorizers: [
        {
          id: 'jwt',
          type: 'JWT',
          audience: ['app'],
          userPool: 'aws_cognito_user_pool.users',
          identitySources: ['$request.header.Authorization'],
        },
      ],
      routes: [
        {
          routeKey: 'GET /a',
          auth: { kind: 'jwt', authorizerId: 'jwt', scopes: ['a/read'] },
          integration: {
            ...{ type: 'HTTP_PROXY', uri: 'https://a', method: 'GET', timeout: 5000, payloadFormat: '1.0' },
            requestParameters: { 'overwrite:path': '/b' },
            responses: [{ status: '404', parameters: { 'overwrite:statuscode': '410' } }],
          },
        },
        { routeKey: '$default', auth: { kind: 'none' } },
      ],
    });
  });
});

describe('an integration of an HTTP API', () => {
  const [api] = surfaceFromSynth([
    {
      resource: {
        aws_apigatewayv2_api: { x: { name: 'x', protocol_type: 'HTTP' } },
        aws_apigatewayv2_integration: {
          queue: {
            api_id: '${aws_apigatewayv2_api.x.id}',
            integration_type: 'AWS_PROXY',
            integration_subtype: 'SQS-SendMessage',
            credentials_arn: 'arn:aws:iam::123456789012:role/sender',
            timeout_milliseconds: 1000,
            payload_format_version: '1.0',
            request_parameters: { QueueUrl: 'https://queue', MessageBody: '$request.body' },
            response_parameters: [{ status_code: '200', mappings: { 'append:header.x': 'y' } }],
          },
        },
        aws_apigatewayv2_authorizer: {
          own: {
            api_id: '${aws_apigatewayv2_api.x.id}',
            name: 'own',
            authorizer_type: 'REQUEST',
            authorizer_payload_format_version: '2.0',
            enable_simple_responses: true,
          },
        },
        aws_apigatewayv2_route: {
          send: {
            api_id: '${aws_apigatewayv2_api.x.id}',
            route_key: 'POST /send',
            target: 'integrations/${aws_apigatewayv2_integration.queue.id}',
          },
        },
      },
    },
  ]).httpApis;

  it('gives what the backend is asked for, by whom, and what becomes of its answer', () => {
    expect(api?.routes[0]?.integration).toMatchObject({
      ...{ subtype: 'SQS-SendMessage', credentials: 'arn:aws:iam::123456789012:role/sender', timeout: 1000 },
      requestParameters: { QueueUrl: 'https://queue', MessageBody: '$request.body' },
      responses: [{ status: '200', parameters: { 'append:header.x': 'y' } }],
    });
  });

  it('and what a Lambda authorizer answers', () => {
    expect(api?.authorizers[0]).toMatchObject({ payloadFormat: '2.0', simpleResponses: true });
  });
});
