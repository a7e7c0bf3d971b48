import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, type Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { selfSigned } from './certificate';
import { issuerDocument } from './issuer';

/**
 * An HTTP backend that answers what it was asked; `/never` does not answer, `/status/<code>` answers with that status, `/mirror`
 * sends the body back. The same over HTTPS, with a certificate that nobody vouches for.
 */
export async function startBackend() {
  const answer: RequestListener = (request, response) => {
    const [, what, argument] = (request.url ?? '/').split(/[/?]/);
    if (what === 'never') return;
    void buffer(request).then((body) => {
      const { method, url = '/', rawHeaders } = request;
      if (what === 'issuer') return void publish(`http://${request.headers.host}`, url, response);
      if (what === 'mirror') {
        response.writeHead(200, { 'Content-Type': request.headers['content-type'] });
        return response.end(body);
      }
      response.writeHead(what === 'status' ? Number(argument) : 207, [
        ...['X-Backend', 'yes', 'Server', 'mine', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
      ]);
      return response.end(JSON.stringify({ method, url, rawHeaders, body: body.toString(), items: [{ id: 7 }] }));
    });
  };
  const [plain, secure] = [createServer(answer), createSecureServer(selfSigned(), answer)];
  for (const server of [plain, secure]) await once(server.listen(0, '127.0.0.1'), 'listening');
  const portOf = (server: Server): number => (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${portOf(plain)}`,
    secureUrl: `https://127.0.0.1:${portOf(secure)}`,
    close: () => {
      for (const server of [plain, secure]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function publish(base: string, url: string, response: ServerResponse): Promise<void> {
  const document = await issuerDocument(base, url);
  response.writeHead(document === undefined ? 503 : 200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(document ?? {}));
}
