import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** One request to AWS, in words: `s3 PUT /bucket`, `iam CreateRole`, `TrentService.CreateKey`. */
export type RequestName = string;

export interface PowerCut {
  /** Requests; the cut comes when each of them is under way. */
  readonly at: readonly RegExp[];
  /** Whether these requests still reach AWS. Their answers reach nobody. */
  readonly when: 'before' | 'after';
}

/** Stands between a program and the emulator, and lets the power fail at an exact request. */
export class FaultyLine {
  private cut?: PowerCut & { waiting: Set<RegExp>; happened: () => void };
  private readonly server = createServer((request, response) => void this.pass(request, response));

  private constructor(private readonly emulator: string) {}

  static async to(emulator: string): Promise<FaultyLine> {
    const line = new FaultyLine(emulator);
    await new Promise<void>((resolve) => line.server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @returns fulfilled at the moment of the cut; from then on nothing is answered until the next call of `restore` */
  cutAt(cut: PowerCut): Promise<void> {
    return new Promise((happened) => {
      this.cut = { ...cut, waiting: new Set(cut.at), happened };
    });
  }

  restore(): void {
    this.cut = undefined;
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.restore();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const { cut } = this;
    const hit = cut && [...cut.waiting].find((pattern) => pattern.test(nameOf(request, body)));
    const answer = hit && cut.when === 'before' ? undefined : await forward(this.emulator, request, body);
    if (hit) cut?.waiting.delete(hit);
    if (cut?.waiting.size === 0) return cut.happened();
    if (answer === undefined || hit) return;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }
}

function nameOf({ headers, method, url }: IncomingMessage, body: Buffer): RequestName {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target;
  const action = /(?:^|&)Action=(\w+)/.exec(body.subarray(0, 10_000).toString())?.[1];
  return action === undefined ? `${method} ${url?.replace(/[?&]x-id=\w+/, '')}` : action;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function forward(emulator: string, { headers, method, url }: IncomingMessage, body: Buffer) {
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
