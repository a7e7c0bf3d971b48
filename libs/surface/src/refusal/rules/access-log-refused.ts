import { apisOf } from '../../access/api';
import { nameOf, placeOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { withThousands } from '../thousands';

/** Bytes of the format of an HTTP API. */
const LONGEST = 3 * 1024;

export const accessLogRefused = refusalRule({
  id: 'access-log-refused',
  severity: 'high',
  title: 'Access log that is refused',
  why: 'A line of the access log must have the request’s id, and of an HTTP API its format has at most 3 KB. It is written to CloudWatch Logs, or by a REST API to a Firehose stream whose name begins with amazon-apigateway-.',
  remediation: 'Add $context.requestId to the format, and name such a destination.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  find: (surface) =>
    apisOf(surface, placeOf).flatMap(({ kind, api }) =>
      api.stages.flatMap((stage) => {
        if (!stage.accessLog) return [];
        const { format, destinationArn } = stage.accessLog;
        const [, , service, , , ...name] = typeof destinationArn === 'string' ? destinationArn.split(':') : [];
        const stream = name.join(':').replace(/^deliverystream\//, '');
        return violationsAt(stage, `stage ${nameOf(stage)}`, [
          {
            when: typeof format === 'string' && !/\$context\.(requestId|extendedRequestId)\b/.test(format),
            message:
              'API Gateway refuses an access log format without $context.requestId or $context.extendedRequestId.',
          },
          {
            when: typeof format === 'string' && kind === 'HTTP' && Buffer.byteLength(format) > LONGEST,
            message: `API Gateway refuses an access log format of ${withThousands(Buffer.byteLength(String(format)))} bytes; an HTTP API accepts ${withThousands(LONGEST)}.`,
          },
          {
            when: service !== undefined && service !== 'logs' && !(service === 'firehose' && kind === 'REST'),
            message: `API Gateway refuses an access log to ${service}; ${kind === 'REST' ? 'it writes to CloudWatch Logs and Firehose' : 'an HTTP API writes to CloudWatch Logs alone'}.`,
          },
          {
            when: service === 'firehose' && kind === 'REST' && !stream.startsWith('amazon-apigateway-'),
            message: `API Gateway refuses the Firehose stream ${stream}; its name must begin with amazon-apigateway-.`,
          },
        ]);
      }),
    ),
});
