import { each, http, INVOKE, ofHttp, refused } from './api-case';
import type { RefusalCase, Resources } from './case';

const many = (rule: string, says: string, make: (amount: number) => Resources, most: number): RefusalCase =>
  refused(rule, `API Gateway refuses ${says}.`, make(most + 1), make(most));
const part = (rule: string, says: string, type: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, http({}, ofHttp(type, { ...broken })), http({}, ofHttp(type, { ...valid })));
const authorizer = (rule: string, says: string, broken: object, valid: object): RefusalCase =>
  part(rule, says, 'authorizer', { name: 'it', ...broken }, { name: 'it', ...valid });
const jwt = (audience: readonly string[], issuer?: string, identity_sources = ['$request.header.Authorization']) => ({
  authorizer_type: 'JWT',
  identity_sources,
  jwt_configuration: { audience, ...(issuer === undefined ? {} : { issuer }) },
});
const ISSUER = 'https://issuer.example.com';
const lambda = {
  authorizer_type: 'REQUEST',
  authorizer_uri: INVOKE,
  authorizer_payload_format_version: '2.0',
  identity_sources: ['$request.header.A'],
};

export const httpAuthorizers: readonly RefusalCase[] = [
  many(
    'too-many-audiences',
    '51 audiences; a JWT authorizer has at most 50',
    (amount) =>
      http(
        {},
        ofHttp('authorizer', {
          name: 'it',
          ...jwt(
            each(amount, (index) => `client${index}`),
            ISSUER,
          ),
        }),
      ),
    50,
  ),
  authorizer(
    'jwt-authorizer-incomplete',
    'API Gateway refuses a JWT authorizer without an issuer.',
    jwt(['a']),
    jwt(['a'], ISSUER),
  ),
  authorizer(
    'jwt-authorizer-incomplete',
    'API Gateway refuses the issuer http://issuer.example.com; it must be an https URL.',
    jwt(['a'], 'http://issuer.example.com'),
    jwt(['a'], ISSUER),
  ),
  authorizer(
    'jwt-authorizer-incomplete',
    'API Gateway refuses a JWT authorizer without an audience.',
    jwt([], ISSUER),
    jwt(['a'], ISSUER),
  ),
  authorizer(
    'jwt-authorizer-incomplete',
    'API Gateway refuses a JWT authorizer that does not say where the token is.',
    jwt(['a'], ISSUER, []),
    jwt(['a'], ISSUER),
  ),
  authorizer(
    'http-lambda-authorizer-refused',
    'API Gateway refuses a Lambda authorizer without a function.',
    { ...lambda, authorizer_uri: '' },
    lambda,
  ),
  authorizer(
    'http-lambda-authorizer-refused',
    'API Gateway refuses a Lambda authorizer of an HTTP API without a payload version.',
    { ...lambda, authorizer_payload_format_version: '' },
    lambda,
  ),
  authorizer(
    'http-lambda-authorizer-refused',
    'API Gateway refuses simple responses with payload version 1.0; they need 2.0.',
    { ...lambda, authorizer_payload_format_version: '1.0', enable_simple_responses: true },
    { ...lambda, enable_simple_responses: true },
  ),
  authorizer(
    'http-lambda-authorizer-refused',
    'API Gateway refuses to cache answers for 300 seconds without an identity source.',
    { ...lambda, identity_sources: [], authorizer_result_ttl_in_seconds: 300 },
    { ...lambda, identity_sources: [], authorizer_result_ttl_in_seconds: 0 },
  ),
  authorizer(
    'http-identity-source-invalid',
    'API Gateway refuses the identity source method.request.header.A of an HTTP API.',
    { ...lambda, identity_sources: ['method.request.header.A'] },
    { ...lambda, identity_sources: ['$request.header.A', '$context.routeKey', '$stageVariables.tenant'] },
  ),
];
