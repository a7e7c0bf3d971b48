import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Duplex } from 'node:stream';
import { headersTooLarge, type Refusal } from './protocol';
import { gatewayRequest, type RequestHooks } from './request';
import { rawAnswer } from './write';

interface ParseError extends Error {
  readonly code?: string;
}

/** Answers what Node's parser refuses, and CONNECT, which it does not hand on as a request; without this both are cut off. */
export function refuseBrokenRequests(server: Server, { handle, onRefusal }: RequestHooks): void {
  const current = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>();
  for (const event of ['request', 'checkContinue', 'checkExpectation'] as const) {
    server.prependListener(event, (request: IncomingMessage, response: ServerResponse) => {
      current.set(request.socket, { request, response });
    });
  }
  server.on('clientError', (error: ParseError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const before = current.get(socket);
    // The rest of a body that was refused already.
    if (before?.response.headersSent && !before.request.complete) return socket.end();
    const { status, reason, body = 'Bad Request' } = refusalOf(error);
    onRefusal(`a request was refused with ${status}: ${reason}`);
    const refuse = () => socket.end(rawAnswer({ status, headers: [['Content-Type', 'text/plain']], body }));
    // The answer to the request before this one goes out first.
    if (before?.request.complete && !before.response.writableFinished) before.response.once('finish', refuse);
    else refuse();
    return undefined;
  });
  server.on('connect', (request, socket) => {
    socket.on('error', () => socket.destroy());
    handle(gatewayRequest(request, Buffer.alloc(0))).then(
      (answer) => socket.end(rawAnswer(answer)),
      () => socket.destroy(),
    );
  });
}

function refusalOf({ code, message }: ParseError): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return headersTooLarge;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, reason: 'it took too long to arrive', body: '' };
  return { status: 400, reason: `it is no HTTP/1.1 request (${message})` };
}
