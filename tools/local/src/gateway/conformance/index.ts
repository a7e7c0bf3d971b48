import { type Areas } from '../../../testing/conformance';
import { type Area } from './area';
import { awsServices } from './areas/aws-services';
import { cognito } from './areas/cognito';
import { cognitoTokens } from './areas/cognito-tokens';
import { lambdaAuthorizerEvents } from './areas/lambda-authorizer-event';
import { lambdaAuthorizers } from './areas/lambda-authorizer';
import { compression } from './areas/compression';
import { contentHandling } from './areas/content-handling';
import { iamIdentity } from './areas/iam-identity';
import { iamPolicies } from './areas/iam-policies';
import { iamSignatures } from './areas/iam-signature';
import { resourcePolicies } from './areas/resource-policy';
import { cors } from './areas/cors';
import { deployments } from './areas/deployments';
import { gatewayResponses } from './areas/gateway-responses';
import { httpApiAnswers } from './areas/http-api-answer';
import { httpApiCors } from './areas/http-api-cors';
import { httpApiDeployments } from './areas/http-api-deployments';
import { httpApiEvents } from './areas/http-api-event';
import { httpApiIam } from './areas/http-api-iam';
import { httpApiJwt } from './areas/http-api-jwt';
import { httpApiLambdaAuthorizers } from './areas/http-api-lambda-authorizer';
import { httpApiProxies } from './areas/http-api-proxy';
import { httpApiRouting } from './areas/http-api-routing';
import { httpApiServices } from './areas/http-api-services';
import { httpApiStages } from './areas/http-api-stages';
import { httpBackends } from './areas/http';
import { lambdaCustom } from './areas/lambda-custom';
import { mocks } from './areas/mock';
import { stages } from './areas/stages';
import { templates } from './areas/templates';
import { lambdaAnswers } from './areas/lambda-answer';
import { lambdaEventHeaders } from './areas/lambda-event-headers';
import { lambdaFailures } from './areas/lambda-failure';
import { lambdaEvents } from './areas/lambda-event';
import { notServed } from './areas/not-served';
import { privateApis } from './areas/private-apis';
import { protocol } from './areas/protocol';
import { routing } from './areas/routing';
import { sizes } from './areas/sizes';
import { throttling } from './areas/throttling';
import { validation } from './areas/validation';
import { apiKeys } from './areas/usage-plans';
import { type GatewayRow } from './row';

/** Every area of docs/gateway-conformance.md. */
export const areas: Readonly<Record<string, Area>> = {
  Routing: routing,
  'HTTP/1.1': protocol,
  Sizes: sizes,
  'Cognito authorizers': cognito,
  'Tokens of user pools': cognitoTokens,
  'Lambda authorizers: the answer': lambdaAuthorizers,
  'Lambda authorizers: the event and the cache': lambdaAuthorizerEvents,
  'AWS_IAM: signatures': iamSignatures,
  'AWS_IAM: policies': iamPolicies,
  'AWS_IAM: what the integration gets': iamIdentity,
  'Resource policies': resourcePolicies,
  'Private APIs': privateApis,
  'API keys': apiKeys,
  Throttling: throttling,
  'Request validators': validation,
  'Lambda proxy: the event': lambdaEvents,
  'Lambda proxy: the headers of the event': lambdaEventHeaders,
  'Lambda proxy: the answer': lambdaAnswers,
  'Lambda proxy: failures and binary answers': lambdaFailures,
  'Lambda without proxy': lambdaCustom,
  'HTTP backends': httpBackends,
  'AWS services': awsServices,
  'MOCK and integration responses': mocks,
  'Mapping templates': templates,
  'Text and bytes': contentHandling,
  Compression: compression,
  CORS: cors,
  'Gateway responses': gatewayResponses,
  'Deployments and canaries': deployments,
  'Stages, access logs and headers': stages,
  'Not on a laptop': notServed,
  'HTTP APIs: routing': httpApiRouting,
  'HTTP APIs: JWT authorizers': httpApiJwt,
  'HTTP APIs: Lambda authorizers': httpApiLambdaAuthorizers,
  'HTTP APIs: AWS_IAM': httpApiIam,
  'HTTP APIs: what a function gets': httpApiEvents,
  'HTTP APIs: what a function answers': httpApiAnswers,
  'HTTP APIs: HTTP backends and parameter mapping': httpApiProxies,
  'HTTP APIs: AWS services': httpApiServices,
  'HTTP APIs: CORS': httpApiCors,
  'HTTP APIs: stages, access logs, throttles, domains': httpApiStages,
  'HTTP APIs: deployments': httpApiDeployments,
};

export const gatewayRows: Areas<GatewayRow> = Object.fromEntries(
  Object.entries(areas).map(([title, { rows }]) => [title, rows]),
);
