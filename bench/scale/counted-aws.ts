import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** The emulator behind an address that counts requests. */
export class CountedAws {
  requests = 0;
  private readonly server: Server;

  constructor(emulator: string) {
    this.server = createServer((incoming, response) => {
      this.requests += 1;
      const { headers, method, url = '/' } = incoming;
      const forwarded = request(new URL(url, emulator), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(forwarded);
    });
  }

  /** @returns its address */
  async start(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
