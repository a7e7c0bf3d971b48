import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request that changes something, and what was so once it was done. */
export interface Step<State> {
  /** `METHOD /path` */
  readonly request: string;
  readonly after: State;
}

/** The emulator behind an address that looks after each change of API Gateway, before Terraform has the answer. */
export class WatchedAws<State> {
  steps: Step<State>[] = [];
  private server!: Server;

  constructor(
    private readonly emulator: string,
    private readonly look: () => Promise<State>,
  ) {}

  async start(): Promise<void> {
    this.server = createServer((incoming, response) => {
      void this.forward(incoming).then(
        ({ answer, body }) => response.writeHead(answer.statusCode!, answer.headers).end(body),
        (error: Error) => response.destroy(error),
      );
    });
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async forward(incoming: IncomingMessage): Promise<{ answer: IncomingMessage; body: Buffer }> {
    const { headers, method, url = '/' } = incoming;
    const forwarded = request(new URL(url, this.emulator), { method, headers });
    incoming.pipe(forwarded);
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    const body = await buffer(answer);
    if (method !== 'GET' && url.startsWith('/restapis')) {
      this.steps.push({ request: `${method} ${url}`, after: await this.look() });
    }
    return { answer, body };
  }
}
