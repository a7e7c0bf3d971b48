/** What an HTTP API answers itself. */
export class HttpApiError extends Error {
  constructor(
    readonly status: number,
    /** For the caller: `{"message": text}`. */
    readonly text: string,
    /** For the person who runs the gateway; never sent. */
    reason: string,
    /** `$context.error.responseType` */
    readonly responseType: string,
    /** Of the answer, beside those of every answer. */
    readonly headers: readonly [name: string, value: string][] = [['content-type', 'application/json']],
    /** `$context.authorizer.error` */
    readonly authorizerError?: string,
  ) {
    super(reason);
  }
}

type Make = (reason: string) => HttpApiError;

const answering =
  (status: number, text: string, responseType: string): Make =>
  (reason) =>
    new HttpApiError(status, text, reason, responseType);

export const notFound = answering(404, 'Not Found', 'RESOURCE_NOT_FOUND');

export const forbidden = answering(403, 'Forbidden', 'ACCESS_DENIED');

export const throttled = answering(429, 'Too Many Requests', 'THROTTLED');

/** A function or an authorizer failed, or what it returned is no answer. */
export const internal = answering(500, 'Internal Server Error', 'INTERNAL_SERVER_ERROR');

/** The backend did not answer, or not in time. */
export const unavailable = answering(503, 'Service Unavailable', 'INTEGRATION_FAILURE');

/** Of what AWS serves and a laptop does not: the caller sees that it is no answer of AWS. */
export const notServed: Make = (what) =>
  new HttpApiError(501, `Not served by the local gateway: ${what}`, `not served here: ${what}`, 'NOT_SERVED');

export const unauthorized = answering(401, 'Unauthorized', 'UNAUTHORIZED');

/**
 * What a JWT authorizer answers, in the headers of the answer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html
 */
export function invalidToken(scopes: readonly string[], description: string, reason = description): HttpApiError {
  const header = `Bearer scope="${scopes.join(' ')}" error="invalid_token" error_description="${description}"`;
  return new HttpApiError(
    401,
    'Unauthorized',
    `its token is not valid: ${reason}`,
    'UNAUTHORIZED',
    [['www-authenticate', header]],
    `invalid_token: ${description}`,
  );
}

/** No token at all. */
export const noToken: Make = (reason) =>
  new HttpApiError(
    401,
    'Unauthorized',
    reason,
    'UNAUTHORIZED',
    [['www-authenticate', 'Bearer']],
    'missing: token not provided',
  );
