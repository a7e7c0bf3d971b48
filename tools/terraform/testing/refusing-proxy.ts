import { createServer, request, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Moto } from './moto';

/** What S3 answers in place of the emulator. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

export const ACCESS_DENIED: Refusal = { status: 403, code: 'AccessDenied' };
export const EXPIRED: Refusal = { status: 400, code: 'ExpiredToken' };

/** Between Terraform and the emulator: passes everything on, but for what a test wants refused. */
export interface RefusingProxy {
  readonly endpoint: string;
  /** @param decide gives the answer to a request, or nothing to pass it on */
  refuse(decide: (method: string, path: string) => Refusal | undefined): void;
  /** @param watch gets each request that the emulator has answered, such as `POST /restapis `; the answer is passed on when it is done */
  answered(watch: (asked: string) => Promise<void> | void): void;
}

/** One for the tests of a file, in front of its emulator. */
export function refusingProxy(moto: Moto): RefusingProxy {
  let decide: Parameters<RefusingProxy['refuse']>[0] = () => undefined;
  let watch: Parameters<RefusingProxy['answered']>[0] = () => undefined;
  const server = createServer((incoming, answer) => {
    void bodyOf(incoming).then((body) => {
      const { method = '', url = '', headers } = incoming;
      const refusal = decide(method, url);
      if (refusal) {
        answer.writeHead(refusal.status, { 'Content-Type': 'application/xml' });
        answer.end(`<Error><Code>${refusal.code}</Code><Message>refused by the test</Message></Error>`);
        return;
      }
      const passed = request(new URL(url, moto.endpoint), { method, headers }, (given) => {
        const asked = `${method} ${url} ${String(headers['x-amz-target'] ?? '')}`;
        void Promise.resolve(watch(asked)).then(() => {
          answer.writeHead(given.statusCode ?? 500, given.headers);
          given.pipe(answer);
        });
      });
      passed.on('error', () => answer.destroy());
      passed.end(body);
    });
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    get endpoint() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    refuse: (by) => (decide = by),
    answered: (by) => (watch = by),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
