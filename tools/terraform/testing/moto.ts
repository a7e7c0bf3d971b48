import { until } from '@gatehouse/testing/until';
import { execa } from 'execa';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

/** A moto server of this test file's own, on a free port of 127.0.0.1. */
export interface Moto {
  readonly endpoint: string;
  createBucket(name: string): Promise<void>;
  /** Asks for an object of the bucket `state`, or changes it. */
  object(key: string, request?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** What our emulator adds to moto: docs/emulator.md. */
export const ADDITIONS = {
  GATEHOUSE_EMULATOR: 'on',
  PYTHONPATH: resolve(__dirname, '../../local/emulator'),
};

/** The moto server of a test file with the bucket `state`, from its first test to its last. */
export function motoWithStates(env?: Record<string, string>): Moto {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto(env);
    await moto.createBucket('state');
  });
  afterAll(() => moto.stop());
  return {
    get endpoint() {
      return moto.endpoint;
    },
    createBucket: (name) => moto.createBucket(name),
    object: (key, request) => moto.object(key, request),
    stop: () => moto.stop(),
  };
}

/** @throws Error when it ends at once; another process may take the port before it does, so it is tried again */
export async function startMoto(env?: Record<string, string>, attempts = 3): Promise<Moto> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = execa('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    reject: false,
    stdio: 'ignore',
    env,
  });
  let ended: string | undefined;
  void server.then(({ shortMessage }) => (ended = shortMessage ?? 'it ended'));
  await until(async () => ended !== undefined || (await answers(endpoint)));
  if (ended !== undefined) {
    if (attempts === 1) throw new Error(`moto_server ended at once: ${ended}`);
    return startMoto(env, attempts - 1);
  }
  return {
    endpoint,
    async createBucket(name) {
      const body =
        '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';
      const response = await fetch(`${endpoint}/${name}`, { method: 'PUT', body });
      if (!response.ok) throw new Error(`bucket ${name}: ${response.status} ${await response.text()}`);
    },
    object: (key, request) => fetch(`${endpoint}/state/${key}`, { headers: SIGNED, ...request }),
    async stop() {
      server.kill('SIGKILL');
      await server;
    },
  };
}

/** By anybody: moto looks no further. */
export const SIGNED = {
  Authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0',
};

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((found, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
