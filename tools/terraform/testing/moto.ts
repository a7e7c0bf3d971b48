import { execa } from 'execa';
import { createServer } from 'node:net';

/** A moto server of this test file's own, on a free port of 127.0.0.1. */
export interface Moto {
  readonly endpoint: string;
  createBucket(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The moto server of a test file with the bucket `state`, from its first test to its last. */
export function motoWithStates(): Moto {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
    await moto.createBucket('state');
  });
  afterAll(() => moto.stop());
  return {
    get endpoint() {
      return moto.endpoint;
    },
    createBucket: (name) => moto.createBucket(name),
    stop: () => moto.stop(),
  };
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = execa('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    reject: false,
    stdio: 'ignore',
  });
  const ended = server.then((result) => {
    throw new Error(`moto_server ended at once: ${result.shortMessage}`);
  });
  ended.catch(() => undefined);
  await Promise.race([answers(endpoint), ended]);
  return {
    endpoint,
    async createBucket(name) {
      const body =
        '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';
      const response = await fetch(`${endpoint}/${name}`, { method: 'PUT', body });
      if (!response.ok) throw new Error(`bucket ${name}: ${response.status} ${await response.text()}`);
    },
    async stop() {
      server.kill('SIGKILL');
      await server;
    },
  };
}

async function answers(endpoint: string): Promise<void> {
  for (;;) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
