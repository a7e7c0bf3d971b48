import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Answer, type GatewayRequest } from './exchange';

/** Payload limit of API Gateway: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const maxBodyBytes = 10_485_760;
/** Limit for the request line and all headers together; Node answers 431 beyond it. */
const maxHeaderBytes = 10_240;

/** REQUEST_TOO_LARGE cannot be customised, and its answer is plain text. */
const tooLarge: Answer = {
  status: 413,
  headers: [['Content-Type', 'text/plain']],
  body: `HTTP content length exceeded ${maxBodyBytes} bytes.`,
};

/** Serves requests on the loopback interface; `port` 0 takes a free one. */
export async function serveHttp(handle: (request: GatewayRequest) => Promise<Answer>, port: number) {
  const server = createServer({ maxHeaderSize: maxHeaderBytes, keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, handle)
      .then((result) => write(response, result))
      // The client went away, or an answer that HTTP cannot carry: nothing more can be said to this client.
      .catch(() => response.destroy());
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, handle: (request: GatewayRequest) => Promise<Answer>): Promise<Answer> {
  const body = await readBody(request);
  if (!body) return tooLarge;
  return handle({
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    rawHeaders: request.rawHeaders,
    body,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    protocol: `HTTP/${request.httpVersion}`,
  });
}

const noBody = Buffer.alloc(0);

/** Nothing if it is too large; the rest is read and thrown away, so that the client sees the answer. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBodyBytes) chunks.push(chunk);
    });
    request.on('error', reject);
    request.on('end', () => {
      if (bytes > maxBodyBytes) resolve(undefined);
      else resolve(chunks.length === 0 ? noBody : Buffer.concat(chunks));
    });
  });
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const raw = headers.flat();
  if (status !== 204) raw.push('Content-Length', String(Buffer.byteLength(body)));
  response.writeHead(status, raw);
  response.end(body);
}
