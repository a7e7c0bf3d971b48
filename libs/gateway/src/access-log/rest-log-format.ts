import { answerFields, commonVariables, type Line, logFormats, type LogFormats } from './log-format';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html */
const variables = {
  ...commonVariables,
  apiKeyId: '$context.identity.apiKeyId',
  extendedRequestId: '$context.extendedRequestId',
  resourcePath: '$context.resourcePath',
  traceId: '$context.xrayTraceId',
  wafResponseCode: '$context.wafResponseCode',
} as const;

/** A part of a request to a REST API that a line of its access log can hold. */
export type LogField = keyof typeof variables;

/** What each line of the access log of a REST API holds. */
export type LogFormat = Line<'REST'>;

/**
 * What each line of the access log of a REST API holds.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 * @example
 * const accessLog = { retentionDays: 30, format: LogFormat.standard('apiKeyId', 'authorizerLatency') };
 */
export const LogFormat: LogFormats<'REST', LogField> = logFormats('REST', variables, [
  'requestId',
  'extendedRequestId',
  'traceId',
  'requestTime',
  'ip',
  'httpMethod',
  'resourcePath',
  ...answerFields,
]);
