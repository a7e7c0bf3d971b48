import { type IncomingMessage } from 'node:http';
import { type Answer } from '../exchange';
import { headerPairs } from '../headers';

/** Payload limit of API Gateway: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const MAX_BODY_BYTES = 10_485_760;

/** Limit for the request line and all header lines together, on the same page. */
export const MAX_HEADER_BYTES = 10_240;

/** An answer to what never becomes a request of an API. */
export interface Refusal {
  readonly status: number;
  /** For the person who runs the gateway. */
  readonly reason: string;
  readonly body?: string;
}

/** REQUEST_TOO_LARGE cannot be customised, and its answer is plain text. */
export const tooLarge: Answer = {
  status: 413,
  headers: [
    ['Connection', 'close'],
    ['Content-Type', 'text/plain'],
  ],
  body: `HTTP content length exceeded ${MAX_BODY_BYTES} bytes.`,
};

export const headersTooLarge: Refusal = {
  status: 431,
  reason: `its request line and headers are larger than ${MAX_HEADER_BYTES} bytes`,
  body: `HTTP header is larger than ${MAX_HEADER_BYTES} bytes.`,
};

/** What Node's parser lets through and two servers in a row may read differently. */
export function protocolProblem({ httpVersion, rawHeaders }: IncomingMessage): Refusal | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return bad(`it is HTTP/${httpVersion}, not HTTP/1.1`);
  const values = (wanted: string) => [...headerPairs(rawHeaders)].filter(([name]) => name.toLowerCase() === wanted);
  const hosts = values('host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) return bad(`it has ${hosts} Host headers, not one`);
  const [encoding] = values('transfer-encoding');
  if (!encoding) return undefined;
  if (httpVersion === '1.0') return bad('it is HTTP/1.0 with Transfer-Encoding');
  return encoding[1].trim().toLowerCase() === 'chunked' ? undefined : bad(`its Transfer-Encoding is ${encoding[1]}`);
}

export function headerProblem({ method = '', url = '', rawHeaders }: IncomingMessage): Refusal | undefined {
  let bytes = `${method} ${url} HTTP/1.1`.length;
  for (const [name, value] of headerPairs(rawHeaders)) bytes += name.length + 2 + value.length;
  return bytes > MAX_HEADER_BYTES ? headersTooLarge : undefined;
}

const bad = (reason: string): Refusal => ({ status: 400, reason, body: 'Bad Request' });
