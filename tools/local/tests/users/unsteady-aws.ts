import { once } from 'node:events';
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What becomes of one request: it is let through, refused for its rate, or its connection breaks for good. */
export type Fate = 'pass' | 'throttle' | 'fail';

/** The emulator behind a connection that does not always hold. */
export class UnsteadyAws {
  /** Of requests of each operation, in order, what became of them. */
  readonly seen: { readonly operation: string; readonly fate: Fate }[] = [];
  /** Asked of each request. @default - all pass */
  fateOf: (operation: string) => Fate = () => 'pass';
  private server!: Server;

  constructor(private readonly emulator: string) {}

  async start(): Promise<void> {
    this.server = createServer((incoming, response) => {
      const target = String(incoming.headers['x-amz-target'] ?? '');
      const operation = target.split('.').at(-1)!;
      const fate = this.fateOf(operation);
      this.seen.push({ operation, fate });
      if (fate !== 'pass') {
        incoming.resume();
        refuse(response, fate);
        return;
      }
      const options = { method: incoming.method, headers: incoming.headers };
      const forwarded = request(new URL(incoming.url!, this.emulator), options, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(forwarded);
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
}

/** As Cognito says it, and as nothing is repeated. */
function refuse(response: ServerResponse, fate: Exclude<Fate, 'pass'>): void {
  const [status, code] = fate === 'throttle' ? [429, 'TooManyRequestsException'] : [400, 'NotAuthorizedException'];
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', 'x-amzn-ErrorType': code });
  response.end(JSON.stringify({ __type: code, message: 'Rate exceeded' }));
}
