import { ACCOUNT, INVOKE, ofRest, refused, rest } from './api-case';
import type { RefusalCase } from './case';

const part = (rule: string, says: string, type: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, rest({}, ofRest(type, { ...broken })), rest({}, ofRest(type, { ...valid })));
const authorizer = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  part(rule, says, 'authorizer', { name: 'it', ...broken }, { name: 'it', ...valid });
const own = { type: 'TOKEN', authorizer_uri: INVOKE };
const request = { type: 'REQUEST', authorizer_uri: INVOKE };

export const restAuthorizers: readonly RefusalCase[] = [
  authorizer(
    'rest-authorizer-incomplete',
    'API Gateway refuses an authorizer of user pools that names no user pool.',
    { type: 'COGNITO_USER_POOLS' },
    { type: 'COGNITO_USER_POOLS', provider_arns: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a'] },
  ),
  authorizer(
    'rest-authorizer-incomplete',
    'API Gateway refuses an authorizer of type REQUEST without a function.',
    { type: 'REQUEST' },
    request,
  ),
  authorizer(
    'rest-authorizer-incomplete',
    `API Gateway refuses the function arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f; it needs its invoke ARN, which begins with arn:aws:apigateway.`,
    { ...own, authorizer_uri: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f` },
    own,
  ),
  authorizer(
    'rest-identity-source-invalid',
    'API Gateway refuses the identity source method.request.querystring.token of an authorizer of type TOKEN.',
    { ...own, identity_source: 'method.request.querystring.token' },
    { ...own, identity_source: 'method.request.header.X-Token' },
  ),
  authorizer(
    'rest-identity-source-invalid',
    'API Gateway refuses the identity source $request.header.A of an authorizer of type REQUEST.',
    { ...request, identity_source: 'method.request.header.B,$request.header.A' },
    { ...request, identity_source: 'method.request.header.A, context.httpMethod, stageVariables.tenant' },
  ),
];
