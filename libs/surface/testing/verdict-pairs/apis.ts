import { pair, stays, type Pairs } from './pair';

const API = { rest_api_id: 'api' };
const rest = stays({ id: 'api', name: 'orders', execution_arn: 'arn:aws:execute-api:eu-west-1:111122223333:api' });
const REST = { 'aws_api_gateway_rest_api.a': rest };
const HANDLER = { resource_id: 'r', http_method: 'GET' };
const method = stays({ ...API, ...HANDLER, authorization: 'AWS_IAM' });
const integration = {
  ...API,
  ...HANDLER,
  type: 'HTTP',
  uri: 'https://orders.example.com',
  integration_http_method: 'GET',
};
const status = { ...integration, resource_id: 's', uri: 'https://status.example.com' };
const METHOD = {
  ...REST,
  'aws_api_gateway_resource.r': stays({ ...API, id: 'r', path: '/orders', path_part: 'orders' }),
  'aws_api_gateway_method.m': method,
};
const origin = (from: string) => ({ 'method.response.header.Access-Control-Allow-Origin': `'${from}'` });
const answer = { ...API, ...HANDLER, status_code: '200' };
const body = (guarded: boolean, ...scopes: string[]) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'orders', version: '1' },
    paths: {
      '/orders': {
        get: {
          ...(guarded ? { security: [{ pool: scopes }] } : {}),
          'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'https://orders.example.com' },
        },
      },
    },
    components: {
      securitySchemes: {
        pool: {
          ...{
            type: 'apiKey',
            name: 'Authorization',
            in: 'header',
            'x-amazon-apigateway-authtype': 'cognito_user_pools',
          },
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/p'],
          },
        },
      },
    },
  });
const put = (before: string, after: string) => pair({ ...API, body: before }, { ...API, body: after }, REST);
const policy = (Principal: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'execute-api:Invoke', Resource: '*' }],
  });
const own = { AWS: 'arn:aws:iam::111122223333:root' };

/** REST APIs and their domains. */
export const apis: Pairs = {
  'aws_api_gateway_rest_api_put public-route': put(body(true), body(false)),
  'aws_api_gateway_rest_api_put route-public': put(body(true), body(false)),
  'aws_api_gateway_rest_api_put scope-loosened': put(
    body(true, 'orders/write'),
    body(true, 'orders/write', 'orders/read'),
  ),
  'aws_api_gateway_domain_name api-policy-opened': pair(
    { domain_name: 'api.example.com', policy: policy(own) },
    { domain_name: 'api.example.com', policy: policy('*') },
  ),
  'aws_api_gateway_domain_name endpoint-opened': pair(
    { domain_name: 'api.example.com', endpoint_configuration: [{ types: ['PRIVATE'] }] },
    { domain_name: 'api.example.com', endpoint_configuration: [{ types: ['REGIONAL'] }] },
  ),
  'aws_api_gateway_domain_name_access_association endpoint-opened': pair(null, {
    domain_name_arn: 'd',
    access_association_source: 'vpce-1',
    access_association_source_type: 'VPCE',
  }),
  'aws_api_gateway_integration cache-shared-between-callers': pair(
    { ...status, cache_namespace: 's' },
    { ...status, cache_namespace: 'r' },
    {
      ...METHOD,
      'aws_api_gateway_integration.i': stays({
        ...integration,
        cache_namespace: 'r',
        cache_key_parameters: ['method.request.header.Authorization'],
      }),
      'aws_api_gateway_resource.s': stays({ ...API, id: 's', path: '/status', path_part: 'status' }),
      'aws_api_gateway_method.s': stays({ ...API, resource_id: 's', http_method: 'GET', authorization: 'NONE' }),
      'aws_api_gateway_stage.s': stays({ ...API, stage_name: 'live', cache_cluster_enabled: true }),
      'aws_api_gateway_method_settings.s': stays({
        ...{ ...API, stage_name: 'live', method_path: '*/*' },
        settings: [{ caching_enabled: true, cache_data_encrypted: true }],
      }),
    },
  ),
  'aws_api_gateway_integration_response cors-widened': pair(
    { ...answer, response_parameters: origin('https://shop.example.com') },
    { ...answer, response_parameters: origin('*') },
    { ...METHOD, 'aws_api_gateway_integration.i': stays(integration) },
  ),
  'aws_api_gateway_integration_response cors-any-origin': pair(
    { ...answer, response_parameters: origin('https://shop.example.com') },
    { ...answer, response_parameters: origin('*') },
    { ...METHOD, 'aws_api_gateway_integration.i': stays(integration) },
  ),
  'aws_api_gateway_integration_response integration-response-missing': pair(answer, null, {
    ...METHOD,
    'aws_api_gateway_integration.i': stays(integration),
    'aws_api_gateway_method_response.r': stays(answer),
  }),
  'aws_api_gateway_method_response integration-response-refused': pair(answer, null, {
    ...METHOD,
    'aws_api_gateway_integration.i': stays(integration),
    'aws_api_gateway_integration_response.r': stays(answer),
  }),
  'aws_api_gateway_request_validator request-validation-removed': pair(
    { ...API, id: 'v', name: 'v', validate_request_body: true },
    { ...API, id: 'v', name: 'v', validate_request_body: false },
    {
      ...METHOD,
      'aws_api_gateway_method.m': stays({ ...API, ...HANDLER, authorization: 'AWS_IAM', request_validator_id: 'v' }),
    },
  ),
  'aws_api_gateway_rest_api_policy open-resource-policy': pair(null, { ...API, policy: policy('*') }, METHOD),
  'aws_api_gateway_stage cache-not-encrypted': pair(
    { ...API, stage_name: 'live' },
    { ...API, stage_name: 'live', cache_cluster_enabled: true, cache_cluster_size: '0.5' },
    {
      ...METHOD,
      'aws_api_gateway_method_settings.s': stays({
        ...API,
        stage_name: 'live',
        method_path: '*/*',
        settings: [{ caching_enabled: true, cache_data_encrypted: false }],
      }),
    },
  ),
};
