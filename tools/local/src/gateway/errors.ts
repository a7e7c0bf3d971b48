/** What API Gateway says when it refuses or fails a request itself; the answer is made in gateway-response.ts. */
export class GatewayError extends Error {
  constructor(
    /** Gateway response type, https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
    readonly responseType: string,
    readonly status: number,
    /** Header `x-amzn-ErrorType`. */
    readonly errorType: string,
    /** The text for the caller. */
    readonly text: string | null,
    /** What went wrong, for the person who runs the gateway; never sent. */
    readonly reason?: string,
    readonly validationErrorString?: string,
  ) {
    super(reason ?? text ?? responseType);
  }
}

export const missingAuthenticationToken = (reason: string): GatewayError => {
  const type = 'MissingAuthenticationTokenException';
  return new GatewayError('MISSING_AUTHENTICATION_TOKEN', 403, type, 'Missing Authentication Token', reason);
};

export const unauthorized = (reason: string, text = 'Unauthorized'): GatewayError =>
  new GatewayError('UNAUTHORIZED', 401, 'UnauthorizedException', text, reason);

export const forbidden = (reason: string): GatewayError =>
  new GatewayError('INVALID_API_KEY', 403, 'ForbiddenException', 'Forbidden', reason);

/** The policy of a Lambda authorizer says no, or nothing. */
export const accessDenied = (reason: string, explicitly: boolean): GatewayError => {
  const text = `User is not authorized to access this resource${explicitly ? ' with an explicit deny' : ''}`;
  return new GatewayError('ACCESS_DENIED', 403, 'AccessDeniedException', text, reason);
};

export const throttled = (reason: string): GatewayError =>
  new GatewayError('THROTTLED', 429, 'TooManyRequestsException', 'Too Many Requests', reason);

export const quotaExceeded = (reason: string): GatewayError =>
  new GatewayError('QUOTA_EXCEEDED', 429, 'LimitExceededException', 'Limit Exceeded', reason);

export const authorizerConfigurationError = (reason: string): GatewayError =>
  new GatewayError('AUTHORIZER_CONFIGURATION_ERROR', 500, 'AuthorizerConfigurationException', null, reason);

export const badParameters = (missing: readonly string[]): GatewayError => {
  const text = `Missing required request parameters: [${missing.join(', ')}]`;
  return new GatewayError('BAD_REQUEST_PARAMETERS', 400, 'BadRequestException', text);
};

export const badBody = (why: string): GatewayError =>
  new GatewayError(
    'BAD_REQUEST_BODY',
    400,
    'BadRequestException',
    'Invalid request body',
    `its body does not fit its model: ${why}`,
    why,
  );

export const unsupportedMediaType = (): GatewayError =>
  new GatewayError('UNSUPPORTED_MEDIA_TYPE', 415, 'BadRequestException', 'Unsupported Media Type');

const serverError =
  (type: string, status: number, text = 'Internal server error') =>
  (reason: string): GatewayError =>
    new GatewayError(type, status, 'InternalServerErrorException', text, reason);

export const authorizerFailure = serverError('AUTHORIZER_FAILURE', 500);

export const configurationError = serverError('API_CONFIGURATION_ERROR', 500);

/** The function failed or its result is no answer; API Gateway calls it a malformed Lambda proxy response. */
export const badGateway = serverError('DEFAULT_5XX', 502);

export const integrationFailure = serverError('INTEGRATION_FAILURE', 504, 'Network error communicating with endpoint');

const timedOut = serverError('INTEGRATION_TIMEOUT', 504, 'Endpoint request timed out');

export const integrationTimeout = (milliseconds: number): GatewayError =>
  timedOut(`the integration did not answer within ${milliseconds} ms`);

/** The one answer that AWS never gives: what is asked for works on AWS, and not here. */
export const notServedLocally = (what: string): GatewayError => {
  const text = `The local gateway does not serve ${what}.`;
  return new GatewayError(NOT_SERVED_LOCALLY, 501, 'NotImplementedException', text, text);
};

export const NOT_SERVED_LOCALLY = 'NOT_SERVED_LOCALLY';

/** The text of whatever was thrown. */
export const messageOf = (thrown: unknown): string => (thrown as Error | undefined)?.message ?? String(thrown);
