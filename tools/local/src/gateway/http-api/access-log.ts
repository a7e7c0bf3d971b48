import { readPath } from '../context';
import { type Answer } from '../exchange';
import { httpContext } from './context';
import { type HttpExchange } from './exchange';

const REFERENCE = /\$context\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_:-]+|\['[^']*'\])*)/g;

/**
 * One line as the stage's access log format says; a variable without a value is `-`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export function httpLogLine(format: string, exchange: HttpExchange, answer: Answer): string {
  const length = Buffer.byteLength(answer.body);
  const context = {
    ...httpContext(exchange),
    dataProcessed: exchange.request.body.length + length,
    responseLatency: Date.now() - exchange.startedAt,
    responseLength: length,
    status: answer.status,
  };
  return format.replace(REFERENCE, (_, path: string) => readPath(context, path) ?? '-');
}
