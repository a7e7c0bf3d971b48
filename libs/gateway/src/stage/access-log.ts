import { check, checkOneOf, checkText } from '@gatehouse/construct-kit';
import { logRetentionDays } from '@gatehouse/checks';
import { type IConstruct } from 'constructs';
import { type Line } from '../access-log/log-format';
import { type LogFormat } from '../access-log/rest-log-format';

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

/** That of a REST or of an HTTP API; the latter writes to log groups alone. */
export interface AnyAccessLog {
  readonly firehoseArn?: string;
  readonly format?: Line<'HTTP' | 'REST'>;
  readonly retentionDays?: number;
}

/** @throws ConstructError for a log without the id of a request or without a place, and for times that CloudWatch does not have. */
export function checkAccessLog(stage: IConstruct, { firehoseArn, format, retentionDays }: AnyAccessLog): void {
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
  if (format !== undefined) checkFormat(stage, format);
}

function checkFormat(stage: IConstruct, format: Line<'HTTP' | 'REST'>): void {
  checkText(stage, format.text, {
    prop: 'stage.accessLog.format',
    pattern: /\$context\.(extendedR|r)equestId\b/,
    expected: '$context.requestId or $context.extendedRequestId in it',
    fix: 'API Gateway refuses a log without the id of a request',
  });
  checkText(stage, format.text, {
    prop: 'stage.accessLog.format',
    pattern: /^[^\r\n]*$/,
    expected: 'one line',
    fix: 'API Gateway writes a line for each request: remove the line breaks',
  });
  const unknown = otherVariables[format.kind].exec(format.text)?.[0];
  check(stage, unknown === undefined, {
    prop: 'stage.accessLog.format',
    expected: `variables that ${format.kind} APIs have`,
    found: unknown,
    fix: `Remove it: ${format.kind === 'HTTP' ? 'REST' : 'HTTP'} APIs alone have it`,
  });
}

/**
 * Variables that the other kind of API has.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const otherVariables = {
  HTTP: /\$context\.((authenticate|authorize|waf)\.\w+|error\.validationErrorString|identity\.apiKey(Id)?|resource(Id|Path)|wafResponseCode|webaclArn|xrayTraceId)\b/,
  REST: /\$context\.(awsEndpointRequestId2|dataProcessed|routeKey)\b/,
};
