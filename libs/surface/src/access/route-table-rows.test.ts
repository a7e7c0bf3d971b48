import { surfaceFromSynth } from '../surface-from-synth';
import { connectionOf } from './connection';
import { routeTable } from './route-table';

const surfaceOf = (resource: object) => surfaceFromSynth([{ resource }] as never);
const rest_api_id = '${aws_api_gateway_rest_api.shop.id}';
const root = { rest_api_id, resource_id: '${aws_api_gateway_rest_api.shop.root_resource_id}' };
const rest = (method: object, more: object = {}) =>
  routeTable(
    surfaceOf({
      aws_api_gateway_rest_api: { shop: { name: 'shop' } },
      aws_api_gateway_method: { get: { ...root, http_method: 'GET', authorization: 'NONE', ...method } },
      ...more,
    }),
  );
const api_id = '${aws_apigatewayv2_api.shop.id}';
const http = (api: object, route: object, more: object = {}) =>
  routeTable(
    surfaceOf({
      aws_apigatewayv2_api: { shop: { name: 'shop', protocol_type: 'HTTP', ...api } },
      aws_apigatewayv2_route: { get: { api_id, route_key: 'GET /', authorization_type: 'NONE', ...route } },
      ...more,
    }),
  )[0];

describe('the guard of a row', () => {
  it('takes an ID token at a REST API that asks for no scope, and any at an HTTP API', () => {
    const authorization = { authorization: 'COGNITO_USER_POOLS', authorizer_id: 'a' };
    expect(rest(authorization)[0]).toMatchObject({ guard: 'token', tokens: 'id', scopes: [] });
    expect(http({}, { authorization_type: 'JWT', authorizer_id: 'a' })).toMatchObject({ tokens: 'any', scopes: [] });
  });

  it('is a function, and how long its answer holds', () => {
    const uri =
      'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:check/invocations';
    const aws_api_gateway_authorizer = {
      check: { rest_api_id, name: 'check', type: 'REQUEST', authorizer_uri: uri, authorizer_result_ttl_in_seconds: 60 },
    };
    const [row] = rest(
      { authorization: 'CUSTOM', authorizer_id: '${aws_api_gateway_authorizer.check.id}' },
      { aws_api_gateway_authorizer },
    );
    expect(row).toMatchObject({
      guard: 'Lambda authorizer',
      authorizer: { function: 'arn:aws:lambda:eu-west-1:1:function:check', cachedFor: 60 },
    });
  });
});

describe('the CORS of a row', () => {
  const allow = (methods: readonly string[], more: object = {}) => ({
    cors_configuration: { allow_origins: ['https://a.example'], allow_methods: methods, ...more },
  });

  it('is that of an API that allows its method', () => {
    const cors = { origins: ['https://a.example'], headers: [], credentials: false };
    expect(http(allow(['GET']), {})?.cors).toEqual(cors);
    expect(http(allow(['*']), {})?.cors).toEqual(cors);
    expect(http(allow(['PUT']), {})?.cors).toBeUndefined();
    expect(http(allow(['PUT']), { route_key: 'ANY /' })?.cors).toEqual(cors);
    expect(http(allow(['GET'], { max_age: 60 }), {})?.cors).toEqual({ ...cors, maxAge: 60 });
  });

  it('is read from headers in any case', () => {
    const at = { ...root, http_method: 'OPTIONS' };
    const header = (name: string, value: string) => ({ [`method.response.header.${name}`]: `'${value}'` });
    const cors = (...parameters: object[]) =>
      rest(
        {},
        {
          aws_api_gateway_method: {
            get: { ...root, http_method: 'GET', authorization: 'NONE' },
            options: { ...at, authorization: 'NONE' },
          },
          aws_api_gateway_integration: { options: { ...at, type: 'MOCK' } },
          aws_api_gateway_integration_response: {
            options: { ...at, status_code: '204', response_parameters: Object.assign({}, ...parameters) as object },
          },
        },
      )[0]?.cors;
    const lower = [
      header('access-control-allow-origin', 'https://a.example'),
      header('access-control-allow-methods', 'GET'),
    ];
    expect(cors(...lower)).toMatchObject({ origins: ['https://a.example'] });
    const exact = header('Access-Control-Allow-Origin', 'https://b.example');
    expect(cors(...lower, exact)).toMatchObject({ origins: ['https://b.example'] });
  });
});

it('says which action of a service an HTTP API calls', () => {
  const target = { target: 'integrations/${aws_apigatewayv2_integration.send.id}' };
  const send = (more: object) =>
    http({}, target, { aws_apigatewayv2_integration: { send: { api_id, integration_type: 'AWS_PROXY', ...more } } });
  expect(send({ integration_subtype: 'SQS-SendMessage' })?.integration?.kind).toBe('AWS SQS-SendMessage');
  expect(send({})?.integration?.kind).toBe('Lambda proxy');
});

describe('who may connect to a WebSocket API', () => {
  const connects = (...keys: readonly (readonly [routeKey: string, authorization?: string])[]) => {
    const routes = keys.map(([route_key, authorization_type = 'NONE'], index) => [
      `r${index}`,
      { api_id, route_key, authorization_type },
    ]);
    const { httpApis } = surfaceOf({
      aws_apigatewayv2_api: { shop: { name: 'shop', protocol_type: 'WEBSOCKET' } },
      aws_apigatewayv2_route: Object.fromEntries(routes) as object,
    });
    return httpApis[0] && connectionOf(httpApis[0]);
  };

  it('is what its route for it says, or anyone', () => {
    expect(connects(['$connect', 'AWS_IAM'], ['send'])).toBe('checked');
    expect(connects(['send'], ['$connect'])).toBe('open');
    expect(connects(['send', 'AWS_IAM'])).toBe('open');
    expect(connects(['send'], ['${var.key}'])).toBe('unknown');
  });
});
