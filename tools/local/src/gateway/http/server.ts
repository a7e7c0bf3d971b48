import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { messageOf } from '../errors';
import { refuseBrokenRequests } from './broken-requests';
import { headerProblem, MAX_HEADER_BYTES, protocolProblem, type Refusal, tooLarge } from './protocol';
import { announcesTooMuch, drain, readBody } from './read-body';
import { gatewayRequest, type RequestHooks } from './request';
import { failed, write } from './write';

export interface HttpOptions extends RequestHooks {
  /** 0 takes a free one. */
  readonly port: number;
}

/** Serves requests on the loopback interface. */
export async function serveHttp({ port, handle, onRefusal }: HttpOptions) {
  const server = createServer({
    // Node counts names and values, we count lines: ours is reached first.
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveTimeout: 60_000,
    // Node refuses these itself otherwise, and nothing is printed.
    requireHostHeader: false,
  });
  // Beyond this number Node drops headers in silence; the size bounds it.
  server.maxHeadersCount = 0;
  // A client that has said all may close its side; Node hangs up on it otherwise. (A property without a type.)
  Object.assign(server, { httpAllowHalfOpen: true });
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { handle, onRefusal }).catch(() => response.destroy());
  };
  server.on('request', receive);
  server.on('checkContinue', (request, response) => {
    if (!announcesTooMuch(request)) response.writeContinue();
    receive(request, response);
  });
  server.on('checkExpectation', (request, response) => {
    refuse(response, { status: 417, reason: `it expects ${request.headers.expect}` }, onRefusal);
  });
  refuseBrokenRequests(server, { handle, onRefusal });
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

async function answer(request: IncomingMessage, response: ServerResponse, hooks: RequestHooks): Promise<void> {
  const refusal = protocolProblem(request) ?? headerProblem(request);
  if (refusal) return refuse(response, refusal, hooks.onRefusal);
  const body = await readBody(request);
  if (!body) {
    hooks.onRefusal(`${request.method} ${request.url}: its body is larger than 10 MB`);
    return drain(request, response, tooLarge);
  }
  const answered = await hooks.handle(gatewayRequest(request, body)).catch((error: unknown) => {
    hooks.onRefusal(`${request.method} ${request.url}: ${messageOf(error)}`);
    return failed;
  });
  write(response, answered);
}

function refuse(
  response: ServerResponse,
  { status, reason, body = '' }: Refusal,
  onRefusal: RequestHooks['onRefusal'],
) {
  onRefusal(`a request was refused with ${status}: ${reason}`);
  write(response, {
    status,
    headers: [
      ['Connection', 'close'],
      ['Content-Type', 'text/plain'],
    ],
    body,
  });
}
