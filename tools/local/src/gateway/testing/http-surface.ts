import {
  type HttpApi,
  type HttpAuthorizer,
  type HttpIntegration,
  type HttpRoute,
  type HttpStage,
} from '@gatehouse/surface';
import { functionArn, issuer, region } from './surface';

/** Small HTTP APIs for tests: everything has a sensible value, a test names only what it is about. */
export const anHttpIntegration = (overrides: Partial<HttpIntegration> = {}): HttpIntegration => ({
  type: 'AWS_PROXY',
  uri: functionArn,
  connection: 'INTERNET',
  timeout: 30_000,
  payloadFormat: '2.0',
  requestParameters: {},
  responses: [],
  ...overrides,
});

/** `GET /reports/{id}` or `$default`, open. */
export const anHttpRoute = (routeKey: string, overrides: Partial<HttpRoute> = {}): HttpRoute => ({
  address: `aws_apigatewayv2_route.${routeKey.replace(/\W+/g, '_').toLowerCase()}`,
  routeKey,
  auth: { kind: 'none' },
  apiKeyRequired: false,
  integration: anHttpIntegration(),
  ...overrides,
});

export const aJwtAuthorizer = (overrides: Partial<HttpAuthorizer> = {}): HttpAuthorizer => ({
  address: 'aws_apigatewayv2_authorizer.users',
  id: 'jwt1',
  name: 'users',
  type: 'JWT',
  identitySources: ['$request.header.Authorization'],
  issuer,
  audience: ['app-client'],
  resultTtl: 0,
  simpleResponses: false,
  ...overrides,
});

export const anHttpStage = (overrides: Partial<HttpStage> = {}): HttpStage => ({
  address: 'aws_apigatewayv2_stage.default',
  name: '$default',
  autoDeploy: true,
  variables: {},
  routeSettings: [],
  ...overrides,
});

export const anHttpApi = (overrides: Partial<HttpApi> = {}): HttpApi => ({
  address: 'aws_apigatewayv2_api.api',
  managed: true,
  complete: true,
  id: 'http1',
  name: 'reports',
  protocol: 'HTTP',
  executionArn: `arn:aws:execute-api:${region}:123456789012:http1`,
  defaultEndpointDisabled: false,
  authorizers: [],
  routes: [],
  stages: [anHttpStage()],
  ...overrides,
});
