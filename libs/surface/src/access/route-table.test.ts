import { surfaceFromSynth } from '../surface-from-synth';
import { routeTable } from './route-table';

const people = { aws_cognito_user_pool: { people: { name: 'people' } } };
const lambda = { aws_lambda_function: { orders: { function_name: 'orders' } } };
const POOL = '${aws_cognito_user_pool.people.arn}';
const INVOKE = '${aws_lambda_function.orders.invoke_arn}';
const SCHEMA = { type: 'object', required: ['item'] };
const read = (resource: object) => routeTable(surfaceFromSynth([{ resource: { ...people, ...lambda, ...resource } }]));

const rest_api_id = '${aws_api_gateway_rest_api.shop.id}';
const resource_id = '${aws_api_gateway_resource.orders.id}';
const at = { rest_api_id, resource_id };
const guarded = {
  authorization: 'COGNITO_USER_POOLS',
  authorizer_id: '${aws_api_gateway_authorizer.people.id}',
  authorization_scopes: ['orders/write'],
};
const proxy = { ...at, type: 'AWS_PROXY', integration_http_method: 'POST', uri: INVOKE };
const header = (name: string) => `method.response.header.Access-Control-Allow-${name}`;
const allowed = {
  [header('Origin')]: "'https://app.example.com'",
  [header('Methods')]: "'GET,POST'",
  [header('Headers')]: "'authorization'",
};

const asResources = {
  aws_api_gateway_rest_api: { shop: { name: 'shop' } },
  aws_api_gateway_resource: {
    orders: { rest_api_id, parent_id: '${aws_api_gateway_rest_api.shop.root_resource_id}', path_part: 'orders' },
  },
  aws_api_gateway_authorizer: {
    people: { rest_api_id, name: 'people', type: 'COGNITO_USER_POOLS', provider_arns: [POOL] },
  },
  aws_api_gateway_request_validator: {
    all: { rest_api_id, name: 'all', validate_request_body: true, validate_request_parameters: true },
  },
  aws_api_gateway_model: {
    order: { rest_api_id, name: 'Order', content_type: 'application/json', schema: JSON.stringify(SCHEMA) },
  },
  aws_api_gateway_method: {
    list: { ...at, http_method: 'GET', authorization: 'AWS_IAM' },
    send: {
      ...{ ...at, http_method: 'POST', ...guarded, api_key_required: true },
      request_validator_id: '${aws_api_gateway_request_validator.all.id}',
      request_models: { 'application/json': '${aws_api_gateway_model.order.name}' },
      request_parameters: { 'method.request.querystring.dry': true, 'method.request.header.x': false },
    },
    preflight: { ...at, http_method: 'OPTIONS', authorization: 'NONE' },
  },
  aws_api_gateway_integration: {
    list: {
      ...at,
      http_method: 'GET',
      type: 'AWS',
      integration_http_method: 'POST',
      uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q',
    },
    send: { ...proxy, http_method: 'POST' },
    preflight: { ...at, http_method: 'OPTIONS', type: 'MOCK' },
  },
  aws_api_gateway_integration_response: {
    preflight: { ...at, http_method: 'OPTIONS', status_code: '204', response_parameters: allowed },
  },
};

const integration = (body: object) => ({ 'x-amazon-apigateway-integration': body });
const body = JSON.stringify({
  openapi: '3.0.1',
  paths: {
    '/orders': {
      get: {
        'x-amazon-apigateway-auth': { type: 'AWS_IAM' },
        ...integration({ type: 'aws', httpMethod: 'POST', uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q' }),
      },
      post: {
        security: [{ people: ['orders/write'], key: [] }],
        parameters: [
          { in: 'query', name: 'dry', required: true },
          { in: 'header', name: 'x', required: false },
          { in: 'path', name: 'shop', required: true },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
        'x-amazon-apigateway-request-validator': 'all',
        ...integration({ type: 'aws_proxy', httpMethod: 'POST', uri: INVOKE }),
      },
      options: integration({
        type: 'mock',
        responses: { default: { statusCode: '204', responseParameters: allowed } },
      }),
    },
  },
  'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
  components: {
    schemas: { Order: SCHEMA },
    securitySchemes: {
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      people: {
        ...{ type: 'apiKey', name: 'Authorization', in: 'header' },
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [POOL] },
      },
    },
  },
});
const asOpenApi = { aws_api_gateway_rest_api: { shop: { name: 'shop', body } } };

const api_id = '${aws_apigatewayv2_api.shop.id}';
const asHttpApi = {
  aws_apigatewayv2_api: {
    shop: {
      ...{ name: 'shop', protocol_type: 'HTTP' },
      cors_configuration: {
        ...{
          allow_origins: ['https://app.example.com'],
          allow_methods: ['GET', 'POST'],
          allow_headers: ['Authorization'],
        },
      },
    },
  },
  aws_apigatewayv2_authorizer: {
    people: {
      ...{ api_id, name: 'people', authorizer_type: 'JWT', identity_sources: ['$request.header.Authorization'] },
      jwt_configuration: { issuer: 'https://${aws_cognito_user_pool.people.endpoint}', audience: ['app'] },
    },
  },
  aws_apigatewayv2_integration: { send: { api_id, integration_type: 'AWS_PROXY', integration_uri: INVOKE } },
  aws_apigatewayv2_route: {
    send: {
      ...{ api_id, route_key: 'POST /orders', target: 'integrations/${aws_apigatewayv2_integration.send.id}' },
      ...{ authorization_type: 'JWT', authorizer_id: '${aws_apigatewayv2_authorizer.people.id}' },
      authorization_scopes: ['orders/write'],
    },
  },
};

describe('the table of routes', () => {
  const cors = { origins: ['https://app.example.com'], headers: ['authorization'], credentials: false };
  const authorizer = { issuers: ['aws_cognito_user_pool.people'], sources: ['header Authorization'] };
  const send = { route: 'POST /orders', guard: 'token', tokens: 'access', scopes: ['orders/write'], authorizer, cors };
  const backend = { kind: 'Lambda proxy', target: 'aws_lambda_function.orders', network: 'INTERNET' };

  it('says who may call what, and what answers', () => {
    expect(read(asResources)).toEqual([
      {
        ...{ route: 'GET /orders', guard: 'IAM', apiKey: false, cors },
        integration: { kind: 'AWS sqs', target: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q', network: 'INTERNET' },
      },
      {
        ...{ ...send, apiKey: true, integration: backend },
        validation: {
          ...{ body: true, parameters: true, required: ['querystring.dry'] },
          models: { 'application/json': '{"required":["item"],"type":"object"}' },
        },
      },
    ]);
  });

  it('is the same of the same API by OpenAPI', () => {
    expect(read(asOpenApi)).toEqual(read(asResources));
  });

  it('is the same of an HTTP API, without what that does not have', () => {
    expect(read(asHttpApi)).toEqual([{ ...send, apiKey: false, integration: backend }]);
  });

  it('may be of one API of several', () => {
    const surface = surfaceFromSynth([
      { resource: { ...asOpenApi, aws_apigatewayv2_api: { other: { name: 'other' } } } },
    ]);
    expect(routeTable(surface, 'other')).toEqual([]);
    expect(routeTable(surface, 'shop')).toHaveLength(2);
  });
});

it('says which AWS service is called where the region is a reference', () => {
  const uri = 'arn:aws:apigateway:${data.aws_region.current.region}:sqs:path/1/q';
  const { aws_api_gateway_integration: integrations, ...others } = asResources;
  const named = Object.entries(integrations).map(([name, each]) => [
    name,
    each.type === 'AWS' ? { ...each, uri } : each,
  ]);
  const [get] = read({ ...others, aws_api_gateway_integration: Object.fromEntries(named) });

  expect(get?.integration?.kind).toBe('AWS sqs');
});
