import { INVOKE, ACCOUNT, each, ofRest, openapi, refused, rest } from './api-case';
import type { RefusalCase, Resources } from './case';

const paths = (amount: number) =>
  rest({ api: { body: openapi(Object.fromEntries(each(amount, (index) => [`/a${index}`, { get: {} }]))) } });
const many = (rule: string, says: string, make: (amount: number) => Resources, most: number): RefusalCase =>
  refused(rule, `API Gateway refuses ${says}.`, make(most + 1), make(most));
const method = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, rest({ method: { ...broken } }), rest({ method: { ...valid } }));
const api = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, rest({ api: { ...broken } }), rest({ api: { ...valid } }));
const part = (rule: string, says: string, type: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, rest({}, ofRest(type, { ...broken })), rest({}, ofRest(type, { ...valid })));
const policy = (characters: number) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'a', Sid: 's'.repeat(characters - 72) }] });
const open = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'execute-api:Invoke' };
const hidden = { endpoint_configuration: { types: ['PRIVATE'] } };
const deployed = ofRest('deployment', {});

const v1 = { stage_name: 'v1', deployment_id: 'd' };
const own = { type: 'TOKEN', authorizer_uri: INVOKE };

export const restApis: readonly RefusalCase[] = [
  many('too-many-api-resources', '301 resources; a REST API has at most 300', (amount) => paths(amount - 1), 300),
  many(
    'too-many-api-authorizers',
    '11 authorizers; an API has at most 10',
    (amount) =>
      rest(
        {},
        {
          aws_api_gateway_authorizer: Object.fromEntries(
            each(amount, (index) => [`a${index}`, { rest_api_id: '${aws_api_gateway_rest_api.shop.id}', ...own }]),
          ),
        },
      ),
    10,
  ),
  many(
    'too-many-api-stages',
    '11 stages; an API has at most 10',
    (amount) =>
      rest(
        {},
        {
          aws_api_gateway_stage: Object.fromEntries(
            each(amount, (index) => [
              `s${index}`,
              { rest_api_id: '${aws_api_gateway_rest_api.shop.id}', ...v1, stage_name: `v${index}` },
            ]),
          ),
        },
      ),
    10,
  ),
  api(
    'openapi-body-too-large',
    'API Gateway refuses an OpenAPI body of 6.5 MB; it imports at most 6 MB.',
    { body: openapi({}, { 'x-note': 'n'.repeat(6.5 * 1024 * 1024) }) },
    { body: openapi({}, { 'x-note': 'n'.repeat(5.9 * 1024 * 1024) }) },
  ),
  api(
    'resource-policy-too-long',
    'API Gateway refuses a resource policy of 8,193 characters; it accepts 8,192.',
    { policy: policy(8193) },
    { policy: policy(8192) },
  ),
  method(
    'scopes-not-checked',
    'API Gateway refuses scopes on GET /reports, because its authorization is AWS_IAM, not COGNITO_USER_POOLS.',
    { authorization_scopes: ['reports/read'] },
    { authorization: 'COGNITO_USER_POOLS', authorizer_id: 'a', authorization_scopes: ['reports/read'] },
  ),
  method(
    'guard-without-authorizer',
    'API Gateway refuses GET /reports: its authorization is CUSTOM, and no authorizer is named.',
    { authorization: 'CUSTOM' },
    { authorization: 'CUSTOM', authorizer_id: 'a' },
  ),
  api(
    'vpc-endpoints-of-public-api',
    'API Gateway refuses VPC endpoints of an API of type REGIONAL; it must be PRIVATE.',
    { endpoint_configuration: { types: ['REGIONAL'], vpc_endpoint_ids: ['vpce-1'] } },
    { endpoint_configuration: { types: ['PRIVATE'], vpc_endpoint_ids: ['vpce-1'] } },
  ),
  refused(
    'private-api-without-policy',
    'API Gateway refuses to deploy a private API without a resource policy.',
    rest({ api: hidden }, deployed),
    rest({ api: { ...hidden, policy: JSON.stringify({ Statement: [open] }) } }, deployed),
  ),
  part(
    'gateway-response-invalid',
    'API Gateway refuses the gateway response FORBIDDEN, which it does not have.',
    'gateway_response',
    { response_type: 'FORBIDDEN' },
    { response_type: 'ACCESS_DENIED' },
  ),
  part(
    'gateway-response-invalid',
    'API Gateway refuses the status 42 of the gateway response UNAUTHORIZED.',
    'gateway_response',
    { response_type: 'UNAUTHORIZED', status_code: '42' },
    { response_type: 'UNAUTHORIZED', status_code: '401' },
  ),
  part(
    'model-name-invalid',
    'API Gateway refuses the model name new-report; it accepts letters and digits.',
    'model',
    { name: 'new-report', content_type: 'application/json', schema: '{}' },
    { name: 'NewReport', content_type: 'application/json', schema: '{}' },
  ),
];
