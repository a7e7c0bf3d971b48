import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A request to the front door, read and checked to be for this host. */
export interface DoorRequest {
  readonly method: string;
  /** Path as sent, without the query. */
  readonly path: string;
  /** `?` and the query as sent, or nothing. */
  readonly search: string;
  readonly query: URLSearchParams;
  /** Fields of a form; absent when the body is none. */
  readonly form?: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** `http://127.0.0.1:4520`, as the caller calls it. */
  readonly origin: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  /** Why it was refused, for the terminal. */
  readonly why?: string;
}

/** More than any form of these pages. */
const MAX_BODY_BYTES = 65_536;

/** Serves on the loopback interface; `port` 0 takes a free one. A failure of `handle` is printed and answered with 500. */
export async function serveDoor(
  handle: (request: DoorRequest) => Promise<Reply>,
  port: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, handle)
      .catch((error: unknown): Reply => {
        console.error(error);
        return text(500, 'The sign-in pages failed; the terminal of npm start says why.');
      })
      .then((reply) => write(request, response, reply))
      .catch(() => response.destroy());
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const text = (status: number, body: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
  body: `${body}\n`,
});

async function answer(request: IncomingMessage, handle: (request: DoorRequest) => Promise<Reply>): Promise<Reply> {
  const { host = '' } = request.headers;
  const { localPort } = request.socket;
  // A page of another site whose name was pointed at this machine (DNS rebinding) still sends its own name.
  if (![`127.0.0.1:${localPort}`, `localhost:${localPort}`].includes(host)) {
    return text(403, `The sign-in pages are at 127.0.0.1:${localPort} and localhost:${localPort}, not at ${host}.`);
  }
  const body = await readBody(request);
  if (body === undefined) return text(413, `A form has at most ${MAX_BODY_BYTES} bytes.`);
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  return handle({
    method: request.method ?? 'GET',
    path,
    search,
    query: new URLSearchParams(search),
    ...(isForm && { form: new URLSearchParams(body) }),
    headers: request.headers,
    origin: `http://${host}`,
  });
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function write(request: IncomingMessage, response: ServerResponse, { body = '', headers = {}, status }: Reply): void {
  response.statusCode = status;
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}
