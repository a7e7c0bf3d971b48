import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkEmulator } from './emulator-check';
import { noteEmulator, ownEmulator } from './own-emulator';

let server: Server;
let endpoint: string;
let status: string;
let workspace: string;
let app: string;

beforeAll(async () => {
  server = createServer((_request, response) => response.end(status));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'gatehouse-checkout-'));
  app = join(workspace, 'apps/local');
  mkdirSync(app, { recursive: true });
});

afterEach(() => rmSync(workspace, { recursive: true }));
afterAll(() => server.close());

describe('the emulator of a stack', () => {
  it.each([
    ['this checkout’s', () => JSON.stringify({ checkout: workspace })],
    ['one that nobody started from a checkout', () => JSON.stringify({ checkout: null })],
    ['another kind', () => '<html>'],
  ])('is used when it is %s', async (_kind, answer) => {
    status = answer();

    await expect(checkEmulator(endpoint, app)).resolves.toBeUndefined();
  });

  it('is refused when it is another checkout’s, with the way to this one’s', async () => {
    status = JSON.stringify({ checkout: '/elsewhere' });

    await expect(checkEmulator(endpoint, app)).rejects.toThrow(
      `The AWS emulator at ${endpoint} is that of another checkout, /elsewhere: start this checkout's with "npm start", ` +
        'and set GATEHOUSE_AWS_ENDPOINT to the Cognito address that it prints.',
    );
    noteEmulator(app, 'http://127.0.0.1:41199');
    await expect(checkEmulator(endpoint, app)).rejects.toThrow(
      `another checkout, /elsewhere: this checkout's answers at http://127.0.0.1:41199, ` +
        'so set GATEHOUSE_AWS_ENDPOINT=http://127.0.0.1:41199 and run the command again.',
    );
  });

  it('is refused when nothing answers', async () => {
    await expect(checkEmulator('http://127.0.0.1:1', app)).rejects.toThrow(
      'The AWS emulator at http://127.0.0.1:1 does not answer: start this checkout\'s with "npm start"',
    );
  });
});

describe('the emulator of this checkout', () => {
  it('is known while its process lives', () => {
    expect(ownEmulator(app)).toBeUndefined();
    const forget = noteEmulator(app, endpoint);
    expect(ownEmulator(app)).toBe(endpoint);
    forget();
    expect(ownEmulator(app)).toBeUndefined();
  });
});
