import { ACCOUNT, http, ofHttp, refused } from './api-case';
import type { RefusalCase } from './case';

const part = (rule: string, says: string, type: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, http({}, ofHttp(type, { ...broken })), http({}, ofHttp(type, { ...valid })));
const integration = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  part(rule, says, 'integration', broken, valid);
const url = {
  integration_type: 'HTTP_PROXY',
  integration_method: 'GET',
  integration_uri: 'https://backend.example.com',
};
const LISTENER = `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:listener/app/orders/1/2`;
const inside = { ...url, integration_uri: LISTENER, connection_type: 'VPC_LINK', connection_id: 'abc' };
const send = {
  integration_type: 'AWS_PROXY',
  integration_subtype: 'SQS-SendMessage',
  credentials_arn: `arn:aws:iam::${ACCOUNT}:role/sender`,
  request_parameters: { QueueUrl: 'https://queue', MessageBody: '$request.body' },
};
const answers = (status_code: string, mapping: string) => ({
  ...url,
  response_parameters: [{ status_code, mappings: { [mapping]: 'x' } }],
});
const answer = ofHttp('route_response', { route_id: 'r', route_response_key: '$default' });

export const httpIntegrations: readonly RefusalCase[] = [
  integration(
    'http-integration-refused',
    'API Gateway refuses an integration of type HTTP_PROXY without a URI.',
    { integration_type: 'HTTP_PROXY', integration_method: 'GET' },
    url,
  ),
  integration(
    'http-integration-refused',
    'API Gateway refuses an integration of type HTTP_PROXY without a verb.',
    { integration_type: 'HTTP_PROXY', integration_uri: 'https://a.example' },
    url,
  ),
  integration(
    'http-integration-refused',
    'API Gateway refuses payload version 2.0 for an integration of type HTTP_PROXY; it needs 1.0.',
    { ...url, payload_format_version: '2.0' },
    { ...url, payload_format_version: '1.0' },
  ),
  integration(
    'http-integration-refused',
    'API Gateway refuses an integration through a VPC link that names no link.',
    { ...url, integration_uri: LISTENER, connection_type: 'VPC_LINK' },
    inside,
  ),
  integration(
    'http-integration-refused',
    'API Gateway refuses https://backend.example.com through a VPC link; it must be the ARN of a listener or of a Cloud Map service.',
    { ...inside, integration_uri: 'https://backend.example.com' },
    { ...inside, integration_uri: `arn:aws:servicediscovery:eu-west-1:${ACCOUNT}:service/srv-1` },
  ),
  integration(
    'http-integration-refused',
    `API Gateway refuses ${LISTENER} without a VPC link.`,
    { ...url, integration_uri: LISTENER },
    inside,
  ),
  integration(
    'http-integration-refused',
    'API Gateway refuses a timeout of 30001 ms; an HTTP API accepts 50 to 30000.',
    { ...url, timeout_milliseconds: 30_001 },
    { ...url, timeout_milliseconds: 30_000 },
  ),
  integration(
    'aws-service-integration-refused',
    'API Gateway refuses SNS-Publish, which an HTTP API cannot call.',
    { ...send, integration_subtype: 'SNS-Publish' },
    send,
  ),
  integration(
    'aws-service-integration-refused',
    'API Gateway refuses SQS-SendMessage without MessageBody.',
    { ...send, request_parameters: { QueueUrl: 'https://queue' } },
    send,
  ),
  integration(
    'aws-service-integration-refused',
    'API Gateway refuses SQS-SendMessage without a role to call it with.',
    { ...send, credentials_arn: '' },
    send,
  ),
  integration(
    'aws-service-integration-refused',
    'API Gateway refuses payload version 2.0 for SQS-SendMessage; it needs 1.0.',
    { ...send, payload_format_version: '2.0' },
    send,
  ),
  integration(
    'parameter-mapping-refused',
    'API Gateway refuses the parameter mapping set:header.X-Tenant.',
    { ...url, request_parameters: { 'set:header.X-Tenant': 'a' } },
    { ...url, request_parameters: { 'overwrite:header.X-Tenant': 'a', 'overwrite:path': '/a' } },
  ),
  integration(
    'parameter-mapping-refused',
    'API Gateway refuses a mapping of the header Authorization, which is reserved.',
    { ...url, request_parameters: { 'overwrite:header.Authorization': 'a' } },
    { ...url, request_parameters: { 'append:querystring.Authorization': 'a' } },
  ),
  integration(
    'parameter-mapping-refused',
    'API Gateway refuses a mapping of answers with status 100; it accepts 200 to 599.',
    answers('100', 'append:header.X-Seen'),
    answers('200', 'append:header.X-Seen'),
  ),
  integration(
    'parameter-mapping-refused',
    'API Gateway refuses the parameter mapping overwrite:path.',
    answers('404', 'overwrite:path'),
    answers('404', 'overwrite:statuscode'),
  ),
  integration(
    'rest-feature-on-http-api',
    'API Gateway refuses an integration of type MOCK on the HTTP API shop.',
    { integration_type: 'MOCK', integration_uri: 'https://a.example' },
    url,
  ),
  refused(
    'rest-feature-on-http-api',
    'API Gateway refuses the response of a route on the HTTP API shop.',
    http({}, answer),
    http({ protocol_type: 'WEBSOCKET' }, answer),
  ),
];
