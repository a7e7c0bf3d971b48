import { clfTime } from '../context';
import { header } from '../headers';
import { type HttpExchange } from './exchange';

/**
 * `requestContext` of an event with payload format 2.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestContext(exchange: HttpExchange): Record<string, unknown> {
  const { authorizer, rawPath, request, requestId, route, served, startedAt } = exchange;
  const { api } = served.deployment;
  const domainName = domainOf(exchange);
  return {
    accountId: api.executionArn.split(':')[4],
    apiId: api.id,
    ...(authorizer && { authorizer }),
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: request.method,
      path: rawPath,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: header(request.rawHeaders, 'user-agent') ?? '',
    },
    requestId,
    routeKey: route?.definition.routeKey,
    stage: served.stage.name,
    time: clfTime(startedAt),
    timeEpoch: startedAt,
  };
}

/** The same with payload format 1.0. */
export function requestContextV1(exchange: HttpExchange): Record<string, unknown> {
  const { fullPath, request, requestId, route, served, startedAt } = exchange;
  const { api } = served.deployment;
  const domainName = domainOf(exchange);
  return {
    accountId: api.executionArn.split(':')[4],
    apiId: api.id,
    ...(exchange.authorizer && { authorizer: authorizerV1(exchange) }),
    domainName,
    domainPrefix: domainName.split('.')[0],
    extendedRequestId: requestId,
    httpMethod: request.method,
    identity: identityOf(exchange),
    path: fullPath,
    protocol: request.protocol,
    requestId,
    requestTime: clfTime(startedAt),
    requestTimeEpoch: startedAt,
    resourceId: null,
    resourcePath: route?.path,
    stage: served.stage.name,
  };
}

/**
 * Everything `$context` holds for access logs and parameter mappings.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export function httpContext(exchange: HttpExchange): Record<string, unknown> {
  const { failure, integration, route } = exchange;
  return {
    ...requestContextV1(exchange),
    authorizer: { ...authorizerV1(exchange), error: failure?.authorizerError },
    routeKey: route?.definition.routeKey,
    ...(integration && {
      awsEndpointRequestId: integration.requestId,
      integration: { ...integration, integrationStatus: integration.status, requestId: integration.requestId },
      integrationErrorMessage: integration.error,
      integrationLatency: integration.latency,
      integrationStatus: integration.status,
    }),
    ...(failure && {
      error: {
        message: failure.text,
        messageString: JSON.stringify(failure.text),
        responseType: failure.responseType,
      },
    }),
  };
}

const domainOf = ({ request }: HttpExchange): string =>
  (header(request.rawHeaders, 'host') ?? 'localhost').replace(/:\d+$/, '');

function authorizerV1({ authorizer, principalId }: HttpExchange): Record<string, unknown> {
  if (authorizer?.jwt) return { ...authorizer.jwt };
  return { ...(principalId !== undefined && { principalId }), ...authorizer?.lambda };
}

const identityOf = ({ identity, request }: HttpExchange): Record<string, unknown> => ({
  accessKey: null,
  accountId: null,
  caller: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: request.sourceIp,
  user: null,
  userAgent: header(request.rawHeaders, 'user-agent') ?? null,
  userArn: null,
  ...identity,
});
