import { source } from '../../../testing/conformance';

const { apiGatewayGuide } = source;

/** Where AWS says how HTTP APIs behave, or where someone reports what AWS answered. */
export const httpPages = {
  awsServices: apiGatewayGuide('http-api-develop-integrations-aws-services'),
  base64: 'https://github.com/ministackorg/ministack/pull/766',
  claims: 'https://github.com/floci-io/floci/pull/2011',
  context: apiGatewayGuide('http-api-logging-variables'),
  cors: apiGatewayGuide('http-api-cors'),
  deployment: apiGatewayGuide('http-api-stages'),
  endpoint: 'https://github.com/KensioSoftware/yulin',
  event: 'https://github.com/DefinitelyTyped/DefinitelyTyped/pull/75458',
  httpIntegration: apiGatewayGuide('http-api-develop-integrations-http'),
  iam: apiGatewayGuide('http-api-access-control-iam'),
  jwt: apiGatewayGuide('http-api-jwt-authorizer'),
  jwtTroubleshooting: apiGatewayGuide('http-api-troubleshooting-jwt'),
  lambda: apiGatewayGuide('http-api-develop-integrations-lambda'),
  lambdaAuthorizer: apiGatewayGuide('http-api-lambda-authorizer'),
  lambdaTroubleshooting: apiGatewayGuide('http-api-troubleshooting-lambda'),
  logging: apiGatewayGuide('http-api-logging'),
  mappings: apiGatewayGuide('http-api-mappings'),
  parameters: apiGatewayGuide('http-api-parameter-mapping'),
  private: apiGatewayGuide('http-api-develop-integrations-private'),
  quotas: apiGatewayGuide('http-api-quotas'),
  routes: apiGatewayGuide('http-api-develop-routes'),
  stagePath: 'https://github.com/aws-powertools/powertools-lambda-python/issues/621',
  throttling: apiGatewayGuide('http-api-throttling'),
  timeout: 'https://github.com/serverless/serverless/issues/11222',
  tooMany: 'https://github.com/pulumi/pulumi-aws/issues/2363',
};
