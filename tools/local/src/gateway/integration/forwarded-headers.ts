import { randomUUID } from 'node:crypto';
import { type Exchange } from '../exchange';
import { header, headerPairs } from '../headers';

/** API Gateway takes these off before any integration sees the request. */
const dropped = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

/** Written this way whatever the client wrote; all other names keep their case. */
const capitalised: Readonly<Record<string, string>> = {
  authorization: 'Authorization',
  'user-agent': 'User-Agent',
};

/** What is looked at of a request to an API of either kind. */
type Forwarded = Pick<Exchange, 'request' | 'startedAt' | 'traceId'> & {
  readonly route?: { readonly definition: { readonly auth: { readonly kind: string } } };
};

/** The headers that a proxy integration gets: the client's and X-Forwarded-*, X-Amzn-Trace-Id. */
export function forwardedHeaders(exchange: Forwarded): Map<string, string[]> {
  const { rawHeaders, sourceIp } = exchange.request;
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
  const signed = exchange.route?.definition.auth.kind === 'iam';
  const names = new Map<string, string>();
  const headers = new Map<string, string[]>();
  for (const [name, value] of headerPairs(rawHeaders)) {
    const lower = name.toLowerCase();
    if (dropped.has(lower) || (signed && lower === 'authorization')) continue;
    const key = names.get(lower) ?? capitalised[lower] ?? name;
    names.set(lower, key);
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  const before = header(rawHeaders, 'x-forwarded-for');
  headers.set('X-Amzn-Trace-Id', [traceIdOf(exchange)]);
  headers.set('X-Forwarded-For', [before ? `${before}, ${sourceIp}` : sourceIp]);
  headers.set('X-Forwarded-Port', [/:(\d+)$/.exec(header(rawHeaders, 'host') ?? '')?.[1] ?? '80']);
  headers.set('X-Forwarded-Proto', ['http']);
  return headers;
}

/** The tracing header of a request: its own, or a new one. */
export const traceIdOf = (exchange: Pick<Exchange, 'request' | 'startedAt' | 'traceId'>): string =>
  (exchange.traceId ??= header(exchange.request.rawHeaders, 'x-amzn-trace-id') ?? newTraceId(exchange.startedAt));

/** https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader */
const newTraceId = (milliseconds: number): string =>
  `Root=1-${Math.floor(milliseconds / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`;
