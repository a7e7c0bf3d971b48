import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';

/** One request on its way to AWS. */
export interface Relayed {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Stands between a program and the emulator. */
export abstract class Relay {
  private readonly server = createServer((request, response) => {
    void (async () => {
      const relayed = await read(request);
      const answer = await this.pass(relayed, () => forward(this.emulator, relayed));
      if (answer) response.writeHead(answer.status, [...answer.headers]).end(answer.body);
    })();
  });

  constructor(private readonly emulator: string) {}

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.server.close(resolve));
  }

  protected hangUp(): void {
    this.server.closeAllConnections();
  }

  /** @returns what is answered; nothing when nobody ever answers */
  protected abstract pass(request: Relayed, onward: () => Promise<Answer>): Promise<Answer | undefined>;
}

async function read(request: IncomingMessage): Promise<Relayed> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { headers, method = 'GET', url = '/' } = request;
  return { method, url, headers, body: Buffer.concat(parts) };
}

async function forward(emulator: string, { headers, method, url, body }: Relayed): Promise<Answer> {
  const hop = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect']);
  const kept = Object.entries(headers).filter(([name]) => !hop.has(name)) as [string, string][];
  const answer = await fetch(emulator + url, {
    method,
    headers: Object.fromEntries(kept),
    ...(body.length > 0 && { body: new Uint8Array(body) }),
    redirect: 'manual',
  });
  // The answer to HEAD tells the length of a body that does not follow.
  const length = method === 'HEAD' ? [] : ['content-length'];
  const dropped = new Set(['connection', 'content-encoding', 'transfer-encoding', ...length]);
  return {
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => !dropped.has(name)).flat(),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
