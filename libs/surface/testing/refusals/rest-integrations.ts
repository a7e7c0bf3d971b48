import { ACCOUNT, INVOKE, ofRest, ok, refused, rest } from './api-case';
import type { RefusalCase } from './case';

const integration = (says: string, broken: object, valid: object, rule = 'rest-integration-refused'): RefusalCase =>
  refused(rule, says, rest({ integration: { ...broken } }, ok), rest({ integration: { ...valid } }, ok));
const url = { type: 'HTTP_PROXY', integration_http_method: 'GET', uri: 'https://backend.example.com' };
const queue = {
  type: 'AWS',
  integration_http_method: 'POST',
  uri: `arn:aws:apigateway:eu-west-1:sqs:path/${ACCOUNT}/q`,
};
const proxy = { type: 'AWS_PROXY', uri: INVOKE, integration_http_method: 'POST' };
const mapsPage = {
  ...url,
  request_parameters: { 'integration.request.querystring.p': 'method.request.multivaluequerystring.page' },
};
const role = `arn:aws:iam::${ACCOUNT}:role/sender`;
const balancer = (kind: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:loadbalancer/${kind}/orders/0123456789abcdef`;

export const restIntegrations: readonly RefusalCase[] = [
  integration(
    'API Gateway refuses the HTTP_PROXY integration of GET /reports without a URI.',
    { type: 'HTTP_PROXY', integration_http_method: 'GET' },
    url,
  ),
  integration(
    'API Gateway refuses the AWS_PROXY integration of GET /reports without a verb.',
    { type: 'AWS_PROXY', uri: INVOKE },
    proxy,
  ),
  integration(
    'API Gateway refuses the integration of GET /reports through a VPC link, because it names no link.',
    { ...url, connection_type: 'VPC_LINK' },
    { ...url, connection_type: 'VPC_LINK', connection_id: 'abc' },
  ),
  integration(
    'API Gateway refuses the URI backend.example.com of GET /reports; it must begin with http:// or https://.',
    { ...url, uri: 'backend.example.com' },
    url,
  ),
  integration(
    'API Gateway refuses the URI arn:aws:sqs:eu-west-1:1:q of GET /reports; it must be arn:aws:apigateway:region:service:path/… or action/….',
    { ...queue, uri: 'arn:aws:sqs:eu-west-1:1:q', credentials: role },
    { ...queue, credentials: role },
  ),
  integration(
    'API Gateway refuses the integration of GET /reports with sqs, because it names no role in credentials.',
    queue,
    { ...queue, credentials: role },
  ),
  integration(
    'API Gateway refuses a timeout of 29001 ms for GET /reports; it accepts 50 to 29000.',
    { ...url, timeout_milliseconds: 29_001 },
    { ...url, timeout_milliseconds: 29_000 },
  ),
  integration(
    'API Gateway refuses tls_config of the AWS_PROXY integration of GET /reports; it is for HTTP and HTTP_PROXY.',
    { ...proxy, tls_config: { insecure_skip_verification: false } },
    proxy,
  ),
  integration(
    'API Gateway refuses a mapping of method.request.path.id, which GET /reports does not declare.',
    { ...url, request_parameters: { 'integration.request.path.id': 'method.request.path.id' } },
    { ...url, request_parameters: { 'integration.request.path.id': 'context.requestId' } },
    'rest-parameter-mapping-refused',
  ),
  refused(
    'rest-parameter-mapping-refused',
    'API Gateway refuses a mapping of method.request.multivaluequerystring.page, which GET /reports does not declare.',
    rest({
      method: { request_parameters: { 'method.request.header.page': false } },
      integration: mapsPage,
    }),
    rest({
      method: { request_parameters: { 'method.request.querystring.page': false } },
      integration: mapsPage,
    }),
  ),
  refused(
    'cache-key-not-declared',
    'API Gateway refuses the cache key method.request.querystring.page of GET /reports, which the method does not declare.',
    rest({ integration: { ...url, cache_key_parameters: ['method.request.querystring.page'] } }),
    rest({
      method: { request_parameters: { 'method.request.querystring.page': false } },
      integration: { ...url, cache_key_parameters: ['method.request.querystring.page'] },
    }),
  ),
  refused(
    'rest-parameter-mapping-refused',
    'API Gateway refuses the parameter querystring.page.',
    rest({ method: { request_parameters: { 'querystring.page': true } } }),
    rest({ method: { request_parameters: { 'method.request.querystring.page': true } } }),
  ),
  integration(
    'API Gateway refuses the value of integration.request.header.X-Tenant; a fixed value stands in single quotes.',
    { ...url, request_parameters: { 'integration.request.header.X-Tenant': 'shop' } },
    { ...url, request_parameters: { 'integration.request.header.X-Tenant': "'shop'" } },
    'rest-parameter-mapping-refused',
  ),
  refused(
    'rest-parameter-mapping-refused',
    'API Gateway refuses the parameter header.X-Tenant.',
    rest(
      {},
      ofRest('gateway_response', { response_type: 'DEFAULT_4XX', response_parameters: { 'header.X-Tenant': "'a'" } }),
    ),
    rest(
      {},
      ofRest('gateway_response', {
        response_type: 'DEFAULT_4XX',
        response_parameters: { 'gatewayresponse.header.X-Tenant': 'method.request.header.X-Tenant' },
      }),
    ),
  ),
  refused(
    'vpc-link-target-refused',
    `API Gateway refuses ${balancer('app')}; it must be the ARN of a Network Load Balancer.`,
    { aws_api_gateway_vpc_link: { it: { name: 'it', target_arns: [balancer('app')] } } },
    { aws_api_gateway_vpc_link: { it: { name: 'it', target_arns: [balancer('net')] } } },
  ),
];
