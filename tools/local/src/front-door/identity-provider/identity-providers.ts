import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type DoorPool, type DoorProvider } from '../pool';
import { interact } from './interaction';
import { makeStandIn, type StandIn } from './stand-in';
import { style, STYLE_PATH } from '../pages/page';

/** Stand-ins for the other providers of all pools, on one port, which is opened at the first use. */
export class IdentityProviders {
  private server?: Promise<{ readonly server: Server; readonly url: string }>;
  private readonly standIns = new Map<string, { readonly settings: string; readonly standIn: Promise<StandIn> }>();

  /**
   * The stand-in for a provider of a pool; made again when its settings changed.
   *
   * @param redirectUris where the front door takes answers
   */
  async standInFor(pool: DoorPool, provider: DoorProvider, redirectUris: readonly string[]): Promise<StandIn> {
    const { url } = await (this.server ??= this.open());
    const path = `/${pool.id}/${encodeURIComponent(provider.name)}`;
    const settings = JSON.stringify([provider, redirectUris]);
    const known = this.standIns.get(path);
    if (known?.settings === settings) return known.standIn;
    const standIn = makeStandIn(url + path, provider, redirectUris);
    this.standIns.set(path, { settings, standIn });
    return standIn;
  }

  async close(): Promise<void> {
    const opened = await this.server;
    opened?.server.close();
    opened?.server.closeAllConnections();
  }

  private async open() {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    // Its own name only: see the host check of the front door.
    if (request.headers.host !== `127.0.0.1:${request.socket.localPort}`) return end(response, 403);
    if (url === STYLE_PATH) {
      const { body, headers } = style();
      response.writeHead(200, headers as Record<string, string>).end(body);
      return;
    }
    const [mount = ''] = /^\/[^/?]+\/[^/?]+/.exec(url) ?? [];
    const standIn = await this.standIns.get(mount)?.standIn;
    if (!standIn) return end(response, 404);
    const rest = url.slice(mount.length) || '/';
    if (/^\/interaction\//.test(rest)) return interact(standIn, request, response);
    // How the library knows below which path it is.
    Object.assign(request, { originalUrl: url, url: rest });
    await standIn.callback(request, response);
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
