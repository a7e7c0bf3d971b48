import { type Exchange } from './exchange';
import { header } from './headers';

/**
 * The part of `$context` that a Lambda proxy event carries as `requestContext`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function requestContext(exchange: Exchange): Record<string, unknown> {
  const { request, route, served, startedAt } = exchange;
  const { api } = served.deployment;
  const domainName = (header(request.rawHeaders, 'host') ?? 'localhost').replace(/:\d+$/, '');
  return {
    accountId: api.executionArn.split(':')[4],
    apiId: api.id,
    ...(exchange.authorizer && { authorizer: exchange.authorizer }),
    deploymentId: served.stage.deploymentId,
    domainName,
    domainPrefix: domainName.split('.')[0],
    extendedRequestId: exchange.extendedRequestId,
    httpMethod: request.method,
    identity: {
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
      ...exchange.identity,
    },
    path: exchange.fullPath,
    protocol: request.protocol,
    requestId: exchange.requestId,
    requestTime: clfTime(startedAt),
    requestTimeEpoch: startedAt,
    resourceId: route?.definition.resourceId,
    resourcePath: route?.definition.path,
    stage: served.stage.name,
  };
}

/** Everything `$context` holds for templates, gateway responses and access logs. */
export function templateContext(exchange: Exchange): Record<string, unknown> {
  const { error, integration } = exchange;
  return {
    ...requestContext(exchange),
    ...(exchange.served.isCanary !== undefined && { isCanaryRequest: exchange.served.isCanary }),
    ...(exchange.traceId && { xrayTraceId: exchange.traceId }),
    ...(integration && {
      integration: { ...integration, integrationStatus: integration.status },
      integrationErrorMessage: integration.error,
      integrationLatency: integration.latency,
      integrationStatus: integration.status,
    }),
    ...(error && { error: { ...error, messageString: JSON.stringify(error.message) } }),
  };
}

/** `a.b['c:d'].e` in nested objects; a string or nothing. */
export function readPath(root: unknown, path: string): string | undefined {
  let value = root;
  for (const [, name, quoted] of path.matchAll(/([^.[\]]+)|\['([^']*)'\]/g)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name ?? (quoted as string)];
  }
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return String(value);
}

/** Common Log Format, UTC: `09/Apr/2015:12:34:56 +0000`. */
export function clfTime(milliseconds: number): string {
  // `Thu, 09 Apr 2015 12:34:56 GMT`
  const [, date, month, year, time] = new Date(milliseconds).toUTCString().split(' ');
  return `${date}/${month}/${year}:${time} +0000`;
}
