import { STATUS_CODES, type ServerResponse } from 'node:http';
import { type Answer } from '../exchange';
import { unsendable } from './sendable';

/** Last resort: a gateway response that cannot be sent either. */
export const failed: Answer = {
  status: 502,
  headers: [['Content-Type', 'application/json']],
  body: '{"message":"Internal server error"}',
};

export function write(response: ServerResponse, answer: Answer): void {
  response.end(writeHead(response, answer).body);
}

/** Writes the whole answer, but leaves the connection open. */
export function writeOpen(response: ServerResponse, answer: Answer): void {
  response.write(writeHead(response, answer).body);
}

/** An answer as bytes, for a socket that has no response. */
export function rawAnswer({ status, headers, body }: Answer): string {
  const lines = [...headers, ['Content-Length', String(Buffer.byteLength(body))], ['Connection', 'close']];
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join('\r\n')}\r\n\r\n${body.toString()}`;
}

function writeHead(response: ServerResponse, answer: Answer): Answer {
  const sent = unsendable(answer) === undefined ? answer : failed;
  const raw = sent.headers.flat();
  if (sent.status !== 204) raw.push('Content-Length', String(Buffer.byteLength(sent.body)));
  response.writeHead(sent.status, raw);
  return sent;
}
