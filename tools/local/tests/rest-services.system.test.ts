import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../src/emulator';
import { workspaceRoot } from '../src/workspace';
import { type StackJson } from './examples/as-applied';
import { ServedExample } from './examples/served';

// examples/gallery/rest-aws-services.ts in the local gateway, each route with the role that it is synthesized with.

const out = mkdtempSync(join(tmpdir(), 'gatehouse-rest-services-'));
let emulator: Emulator;
let served: ServedExample;

beforeAll(async () => {
  execFileSync(process.execPath, ['-r', './register-ts.cjs', 'examples/synth.ts', out], { cwd: workspaceRoot });
  // S3 refuses to say that an object is missing to a role that may not list.
  emulator = await startEmulator({ onRefusal: () => undefined });
  const json = readFileSync(join(out, 'stacks/rest-aws-services/cdk.tf.json'), 'utf8');
  served = await ServedExample.start(emulator, JSON.parse(json) as StackJson);
});

afterAll(async () => {
  await served?.close();
  await emulator?.stop();
  rmSync(out, { recursive: true });
});

const write = (request: string, body?: string, headers?: Record<string, string>) =>
  served.call(request, 'orders/write', body, headers);
const read = (request: string) => served.call(request, 'orders/read');

const allowed = 'https://app.example.com';
/** With what JSON, forms and templates have as signs of their own. */
const text = `it's "quoted" \\ & $input.body #end`;

it('puts what callers send into the queue, to the letter', async () => {
  const body = JSON.stringify({ text });
  expect(await write('POST /orders', body)).toEqual({
    status: 200,
    allowed,
    body: expect.stringMatching(/^\{"messageId":"[0-9a-f-]{36}"\}$/) as string,
  });
  expect(await served.messages('acme-orders')).toEqual([body]);
});

it('refuses a body for which there is no template, and a token without the scope', async () => {
  expect(await write('POST /orders', 'text', { 'content-type': 'text/plain' })).toEqual({
    status: 415,
    allowed,
    body: '{"message":"Unsupported Media Type"}',
  });
  expect(await read('POST /orders')).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
  expect(await served.messages('acme-orders')).toEqual([]);
});

it('publishes to the topic and puts events on the bus', async () => {
  expect(JSON.parse((await write('POST /news', text)).body)).toEqual({ messageId: expect.any(String) as string });
  expect(JSON.parse((await write('POST /events', JSON.stringify({ text }))).body)).toEqual({
    eventId: expect.any(String) as string,
  });
});

it('keeps items in the table', async () => {
  expect(await read('GET /items/a1')).toEqual({ status: 404, allowed, body: '{"message":"Not Found"}' });
  expect(await write('PUT /items/a1', JSON.stringify({ title: text }))).toMatchObject({ status: 200 });
  const item = { id: { S: 'a1' }, title: { S: text }, owner: { S: 'ada' } };
  expect(JSON.parse((await read('GET /items/a1')).body)).toEqual(item);
  expect(await write('PATCH /items/a1', '{"title":"new"}')).toMatchObject({ status: 200 });
  expect(JSON.parse((await read('GET /items/a1')).body)).toEqual({ ...item, title: { S: 'new' } });
  expect(await write('DELETE /items/a1')).toMatchObject({ status: 200 });
  expect(await read('GET /items/a1')).toMatchObject({ status: 404 });
});

it('keeps files in the bucket, and reads none beside its prefix', async () => {
  expect(await read('GET /files/a/b.txt')).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
  expect(await write('PUT /files/a/b.txt', text, { 'content-type': 'text/plain' })).toMatchObject({ status: 200 });
  expect(await read('GET /files/a/b.txt')).toEqual({ status: 200, allowed, body: text });
  expect(await read('GET /files/..%2Fpublic%2Fa%2Fb.txt')).toMatchObject({ status: 404 });
});
