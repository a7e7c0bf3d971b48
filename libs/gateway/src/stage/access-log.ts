import { check, checkOneOf, checkText } from '@gatehouse/construct-kit';
import { logRetentionDays } from '@gatehouse/checks';
import { type IConstruct } from 'constructs';

interface Lines {
  /**
   * What a line holds.
   * @default - LogFormat.standard()
   */
  readonly format?: LogFormat;
}

/** Lines in a log group of the stage. */
export interface LogGroupLog extends Lines {
  readonly retentionDays: number;
  readonly firehoseArn?: undefined;
}

/** Lines to a stream of Firehose, in place of a log group. */
export interface FirehoseLog extends Lines {
  /** ARN of the stream; its name begins with `amazon-apigateway-`. */
  readonly firehoseArn: string;
  readonly retentionDays?: undefined;
}

/** Where the access log of a stage goes. */
export type AccessLogOptions = FirehoseLog | LogGroupLog;

/** What each line of an access log holds. Made by `LogFormat`. */
export interface LogFormat {
  /** In the words of API Gateway. */
  readonly text: string;
}

/**
 * One JSON object a line. No value here can hold a quotation mark, so that no caller can break a line or forge a field:
 * that is why user agent, path and error text are missing. `sub` is the caller, `-` without a token.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const standard = {
  requestId: '$context.requestId',
  extendedRequestId: '$context.extendedRequestId',
  traceId: '$context.xrayTraceId',
  requestTime: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  httpMethod: '$context.httpMethod',
  resourcePath: '$context.resourcePath',
  protocol: '$context.protocol',
  status: '$context.status',
  sub: '$context.authorizer.claims.sub',
  clientId: '$context.authorizer.claims.client_id',
  errorType: '$context.error.responseType',
  integrationStatus: '$context.integration.status',
  integrationLatency: '$context.integration.latency',
  responseLatency: '$context.responseLatency',
  responseLength: '$context.responseLength',
} as const;

/** Variables of API Gateway in which a caller cannot write. */
const others = {
  accountId: '$context.accountId',
  apiId: '$context.apiId',
  apiKeyId: '$context.identity.apiKeyId',
  authorizerLatency: '$context.authorizer.latency',
  authorizerStatus: '$context.authorizer.status',
  caller: '$context.identity.caller',
  domainName: '$context.domainName',
  integrationRequestId: '$context.integration.requestId',
  principalId: '$context.authorizer.principalId',
  stage: '$context.stage',
  userArn: '$context.identity.userArn',
  wafResponseCode: '$context.wafResponseCode',
} as const;

const fields = { ...standard, ...others };

/** A part of a request that a line can hold. */
export type LogField = keyof typeof fields;

/**
 * What each line of an access log holds.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 * @example
 * const accessLog = { retentionDays: 30, format: LogFormat.standard('apiKeyId', 'authorizerLatency') };
 */
export const LogFormat = {
  /** A JSON object with who called and what happened, and with more fields. */
  standard: (...more: readonly LogField[]): LogFormat =>
    LogFormat.json(...(Object.keys(standard) as LogField[]), ...more),

  /** A JSON object with these fields; the id of the request is always there. */
  json: (...names: readonly LogField[]): LogFormat => {
    const all = new Set<LogField>(['requestId', ...names]);
    return { text: JSON.stringify(Object.fromEntries([...all].map((name) => [name, fields[name]]))) };
  },

  /**
   * Any text with variables of API Gateway. Values that a caller chooses, such as `$context.path`, may hold quotation marks and line
   * breaks.
   */
  text: (text: string): LogFormat => ({ text }),
} as const;

/** @throws ConstructError for a log without the id of a request or without a place, and for times that CloudWatch does not have. */
export function checkAccessLog(stage: IConstruct, { firehoseArn, format, retentionDays }: AccessLogOptions): void {
  check(stage, firehoseArn === undefined || retentionDays === undefined, {
    prop: 'stage.accessLog',
    expected: 'retentionDays of a log group, or firehoseArn',
    found: { firehoseArn, retentionDays },
    fix: 'API Gateway writes to one place: remove one of the two',
  });
  if (firehoseArn === undefined) {
    checkOneOf(stage, retentionDays, {
      prop: 'stage.accessLog.retentionDays',
      values: logRetentionDays,
      fix: 'CloudWatch Logs knows no other times',
    });
  } else {
    checkText(stage, firehoseArn, {
      prop: 'stage.accessLog.firehoseArn',
      pattern: /^arn:aws[a-z-]*:firehose:[a-z0-9-]+:\d{12}:deliverystream\/amazon-apigateway-.+$|\$\{/,
      expected: 'the ARN of a stream whose name begins with amazon-apigateway-',
      fix: 'API Gateway writes to no other stream: name it so',
    });
  }
  if (format === undefined) return;
  checkText(stage, format.text, {
    prop: 'stage.accessLog.format',
    pattern: /\$context\.(extendedR|r)equestId\b/,
    expected: '$context.requestId or $context.extendedRequestId in it',
    fix: 'API Gateway refuses a log without the id of a request',
  });
}
