import { answerFields, commonVariables, type Line, logFormats, type LogFormats } from './log-format';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
const variables = {
  ...commonVariables,
  basePathMatched: '$context.customDomain.basePathMatched',
  callerAccountId: '$context.identity.accountId',
  dataProcessed: '$context.dataProcessed',
  endpointRequestId: '$context.awsEndpointRequestId',
  organizationId: '$context.identity.principalOrgId',
  routeKey: '$context.routeKey',
} as const;

/** A part of a request to an HTTP API that a line of its access log can hold. */
export type HttpLogField = keyof typeof variables;

/** What each line of the access log of an HTTP API holds. */
export type HttpLogFormat = Line<'HTTP'>;

/**
 * What each line of the access log of an HTTP API holds.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
 * @example
 * const accessLog = { retentionDays: 30, format: HttpLogFormat.standard('authorizerLatency', 'dataProcessed') };
 */
export const HttpLogFormat: LogFormats<'HTTP', HttpLogField> = logFormats('HTTP', variables, [
  'requestId',
  'requestTime',
  'ip',
  'httpMethod',
  'routeKey',
  ...answerFields,
]);
