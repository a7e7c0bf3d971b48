import { type Answer, type Exchange } from './exchange';
import { setHeader } from './headers';
import { traceIdOf } from './integration/forwarded-headers';

/** Answer headers that API Gateway keeps for itself: a backend's own go out under another name. */
const remapped = new Set(['connection', 'content-length', 'date', 'server', 'www-authenticate']);

/** Integrations whose answer carries a tracing header. */
const TRACED: ReadonlySet<string> = new Set(['AWS', 'AWS_PROXY', 'HTTP']);

/**
 * The headers that every answer of API Gateway carries.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function finish(exchange: Exchange, answer: Answer): Answer {
  const fromBackend = exchange.error === undefined;
  const headers = fromBackend
    ? answer.headers
        .filter(([name]) => name.toLowerCase() !== 'transfer-encoding')
        .map(([name, value]): [string, string] =>
          remapped.has(name.toLowerCase()) ? [`x-amzn-Remapped-${name}`, value] : [name, value],
        )
    : answer.headers;
  setHeader(headers, 'x-amzn-RequestId', exchange.requestId);
  setHeader(headers, 'x-amz-apigw-id', exchange.extendedRequestId);
  const type = exchange.route?.definition.integration?.type;
  if (fromBackend && type !== undefined && TRACED.has(type)) {
    setHeader(headers, 'X-Amzn-Trace-Id', traceIdOf(exchange));
  }
  return { ...answer, headers };
}
