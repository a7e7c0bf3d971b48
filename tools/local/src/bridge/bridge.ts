import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { authorizer, type Question } from '../authorization';
import { encrypt } from './encrypt';
import { evaluator } from './evaluate';
import { type Invocation, nothingRuns, type ServeFunction } from './invocation';

/** Six megabytes of a function's request, escaped as JSON, and what stands around it. */
const MAX_BYTES = 32 * 1024 * 1024;

type Operation = (body: never) => Promise<object>;

/** Answers what the emulator asks of this process: a policy decision, a function's answer. Loopback alone reaches it. */
export interface Bridge {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Sent as `x-gatehouse-secret` both ways; a page in a browser does not know it. */
  readonly secret: string;
  /** Who runs functions from now on. */
  serveFunctions(serve: ServeFunction): void;
  close(): Promise<void>;
}

/**
 * Opens a bridge on a free port; it does not keep the process running.
 *
 * @param onRefusal gets why the emulator refused a request, for the owner of the policies
 * @param secret of an emulator that was started with one. @default a new one
 */
export async function openBridge(
  onRefusal: (text: string) => void,
  secret = randomBytes(32).toString('hex'),
): Promise<Bridge> {
  let serve = nothingRuns;
  const authorize = authorizer(onRefusal);
  const operations: Record<string, Operation> = {
    encrypt,
    authorize: (question: Question) => authorize(question),
    evaluate: evaluator(onRefusal),
    invoke: (invocation: Invocation) => serve(invocation),
  };
  const server = createServer((request, response) => void answer(request, response, { operations, secret }));
  await listen(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    serveFunctions: (next) => (serve = next),
    close: () => closed(server),
  };
}

interface Served {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly secret: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { status, body } = await resultOf(request, served).catch((error: unknown) => failure(error));
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function resultOf(request: IncomingMessage, { operations, secret }: Served) {
  if (request.headers.origin !== undefined || !isSame(request.headers['x-gatehouse-secret'], secret)) {
    throw new Refusal(403, 'only the emulator may ask');
  }
  const name = request.url?.slice(1) ?? '';
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) throw new Refusal(404, `there is no operation "${name}"`);
  return { status: 200, body: await operation((await jsonOf(request)) as never) };
}

/** Refused before an operation ran. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const failure = (error: unknown) => ({
  status: error instanceof Refusal ? error.status : 500,
  body: { error: error instanceof Error ? error.message : String(error) },
});

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Refusal(413, `a question is at most ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'the question is no JSON');
  }
}

function isSame(given: string | string[] | undefined, secret: string): boolean {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function listen(server: Server): Promise<void> {
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
