import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { issuerDocument } from './issuer';

/**
 * An HTTP backend that answers what it was asked; `/never` does not answer, `/status/<code>` answers with that status, `/mirror`
 * sends the body back.
 */
export async function startBackend() {
  const server = createServer((request, response) => {
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
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function publish(base: string, url: string, response: ServerResponse): Promise<void> {
  const document = await issuerDocument(base, url);
  response.writeHead(document === undefined ? 503 : 200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(document ?? {}));
}
