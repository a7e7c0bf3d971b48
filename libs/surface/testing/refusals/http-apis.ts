import { ACCOUNT, each, http, ofHttp, openapi, refused, rest } from './api-case';
import type { RefusalCase, Resources } from './case';

const many = (rule: string, says: string, make: (amount: number) => Resources, most: number): RefusalCase =>
  refused(rule, `API Gateway refuses ${says}.`, make(most + 1), make(most));
const part = (rule: string, says: string, type: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, http({}, ofHttp(type, { ...broken })), http({}, ofHttp(type, { ...valid })));
const api = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, http({ ...broken }), http({ ...valid }));
const route = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  part(rule, says, 'route', { route_key: 'GET /a', ...broken }, { route_key: 'GET /a', ...valid });
const key = (says: string, broken: string, valid: string): RefusalCase =>
  route('route-key-invalid', says, { route_key: broken }, { route_key: valid });
const url = {
  integration_type: 'HTTP_PROXY',
  integration_method: 'GET',
  integration_uri: 'https://backend.example.com',
};
const stage = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  part(rule, says, 'stage', { name: 'v1', ...broken }, { name: 'v1', ...valid });
const waf = (resource_arn: string): Resources => ({
  aws_wafv2_web_acl_association: { it: { resource_arn, web_acl_arn: 'arn:aws:wafv2:eu-west-1:1:regional/webacl/a/b' } },
});
const operation = {
  '/a': {
    get: {
      'x-amazon-apigateway-integration': {
        type: 'http_proxy',
        uri: 'https://a.example',
        httpMethod: 'GET',
        payloadFormatVersion: '1.0',
      },
    },
  },
};
const cors = { 'x-amazon-apigateway-cors': { allowOrigins: ['https://a.example'] } };

const limits = { throttling_rate_limit: 10, throttling_burst_limit: 10 };
const log = (bytes: number) => ({
  destination_arn: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:a`,
  format: '$context.requestId'.padEnd(bytes, '-'),
});

export const httpApis: readonly RefusalCase[] = [
  many(
    'too-many-routes',
    '301 routes; an HTTP API has at most 300',
    (amount) => http({}, ofHttp('route', ...each(amount, (index) => ({ route_key: `GET /a${index}` })))),
    300,
  ),
  many(
    'too-many-integrations',
    '301 integrations; an HTTP API has at most 300',
    (amount) => http({}, ofHttp('integration', ...each(amount, () => url))),
    300,
  ),
  many(
    'too-many-route-scopes',
    '11 scopes on GET /a; a route has at most 10',
    (amount) =>
      http(
        {},
        ofHttp('route', {
          route_key: 'GET /a',
          authorization_type: 'JWT',
          authorizer_id: 'a',
          authorization_scopes: each(amount, (index) => `reports/s${index}`),
        }),
      ),
    10,
  ),
  route(
    'scopes-not-checked',
    'API Gateway refuses scopes on GET /a, because its authorization is NONE, not JWT.',
    { authorization_scopes: ['reports/read'] },
    { authorization_scopes: ['reports/read'], authorization_type: 'JWT', authorizer_id: 'a' },
  ),
  route(
    'guard-without-authorizer',
    'API Gateway refuses GET /a: its authorization is JWT, and no authorizer is named.',
    { authorization_type: 'JWT' },
    { authorization_type: 'JWT', authorizer_id: 'a' },
  ),
  route(
    'http-route-target-invalid',
    'API Gateway refuses the target abc123; it must be integrations/ and an id.',
    { target: 'abc123' },
    { target: 'integrations/abc123' },
  ),
  key(
    'API Gateway refuses the route key get /a; it must be a verb and a path, such as GET /reports, or $default.',
    'get /a',
    '$default',
  ),
  key(
    'API Gateway refuses the route key GET /{path+}/a, because a variable with + must be the end of the path.',
    'GET /{path+}/a',
    'GET /a/{path+}',
  ),
  refused(
    'route-key-invalid',
    'API Gateway refuses GET /a/{name} in shop, because GET /a/{id} takes the same requests.',
    http({}, ofHttp('route', { route_key: 'GET /a/{id}' }, { route_key: 'GET /a/{name}' })),
    http({}, ofHttp('route', { route_key: 'GET /a/{id}' }, { route_key: 'GET /a/{id+}' })),
  ),
  stage(
    'throttle-of-zero',
    'API Gateway answers every request to every route with 429, because the settings have no rate or no burst limit.',
    { default_route_settings: { detailed_metrics_enabled: true } },
    { default_route_settings: { detailed_metrics_enabled: true, ...limits } },
  ),
  stage(
    'access-log-refused',
    'API Gateway refuses an access log to firehose; an HTTP API writes to CloudWatch Logs alone.',
    {
      access_log_settings: {
        destination_arn: `arn:aws:firehose:eu-west-1:${ACCOUNT}:deliverystream/amazon-apigateway-a`,
        format: '$context.requestId',
      },
    },
    {
      access_log_settings: {
        destination_arn: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:a`,
        format: '$context.requestId',
      },
    },
  ),
  stage(
    'access-log-refused',
    'API Gateway refuses an access log format of 3,073 bytes; an HTTP API accepts 3,072.',
    { access_log_settings: log(3073) },
    { access_log_settings: log(3072) },
  ),
  api(
    'http-cors-credentials',
    'API Gateway refuses CORS with credentials for the origin *.',
    { cors_configuration: { allow_credentials: true, allow_origins: ['*'] } },
    { cors_configuration: { allow_credentials: true, allow_origins: ['https://a.example'] } },
  ),
  route(
    'rest-feature-on-http-api',
    'API Gateway refuses the API key of GET /a on the HTTP API shop.',
    { api_key_required: true },
    { api_key_required: false },
  ),
  stage(
    'rest-feature-on-http-api',
    'API Gateway refuses execution logs on the HTTP API shop.',
    { default_route_settings: { logging_level: 'INFO', ...limits } },
    { default_route_settings: { logging_level: 'OFF', ...limits } },
  ),
  refused(
    'rest-feature-on-http-api',
    'AWS WAF refuses a web ACL on a stage of an HTTP API.',
    waf('arn:aws:apigateway:eu-west-1::/apis/abc/stages/v1'),
    waf('arn:aws:apigateway:eu-west-1::/restapis/abc/stages/v1'),
  ),
  refused(
    'http-api-defined-twice',
    'The import of the OpenAPI body deletes aws_apigatewayv2_route.it0, which is not in it.',
    http({ body: openapi(operation) }, ofHttp('route', { route_key: 'GET /b' })),
    http({ body: openapi(operation) }),
  ),
  api(
    'http-api-defined-twice',
    'The CORS of the OpenAPI body is deleted after the import, because the API has no cors_configuration.',
    { body: openapi(operation, cors) },
    { body: openapi(operation, cors), cors_configuration: { allow_origins: ['https://a.example'] } },
  ),
  refused(
    'route-settings-unknown-route',
    'API Gateway refuses settings of GET /b, which is no route of the API.',
    http(
      {},
      ofHttp('route', { route_key: 'GET /a' }),
      ofHttp('stage', { name: 'v1', route_settings: [{ route_key: 'GET /b', ...limits }] }),
    ),
    http(
      {},
      ofHttp('route', { route_key: 'GET /a' }),
      ofHttp('stage', { name: 'v1', route_settings: [{ route_key: 'GET /a', ...limits }] }),
    ),
  ),
  refused(
    'too-many-api-stages',
    'API Gateway refuses 11 stages; an API has at most 10.',
    http({}, ofHttp('stage', ...each(11, (index) => ({ name: `v${index}` })))),
    rest(),
  ),
];
