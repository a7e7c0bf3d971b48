import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer } from '../exchange';
import { MAX_BODY_BYTES } from './protocol';
import { writeOpen } from './write';

/** How much more is read and thrown away of a body that is refused, so that an honest client sees the answer. */
const DRAINED_BYTES = 64 * MAX_BODY_BYTES;

const noBody = Buffer.alloc(0);

/** Whether the request says itself that its body is too large. */
export const announcesTooMuch = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES;

/** Nothing if it is too large, as soon as that is known. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (announcesTooMuch(request)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) resolve(undefined);
      else chunks.push(chunk);
    });
    request.on('error', reject);
    request.on('end', () => resolve(chunks.length === 0 ? noBody : Buffer.concat(chunks)));
  });
}

/**
 * Answers at once and goes on reading for a while: a connection that is closed on a client that still writes takes the answer
 * with it.
 */
export function drain(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  writeOpen(response, answer);
  return new Promise((resolve) => {
    let bytes = 0;
    const end = () => {
      response.end();
      resolve();
    };
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > DRAINED_BYTES) end();
    });
    request.on('end', end);
    request.on('close', end);
  });
}
