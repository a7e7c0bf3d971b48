import { type Emulator, startEmulator } from '../src/emulator';
import { restByBody, restByResources } from '../testing/converge/gateway/rest';
import { faultsOf, tryFaults } from '../testing/converge/gateway/try-faults';
import { AppliedStack } from './applied-stack';

// Everything that a REST API has, by resources and by one OpenAPI body, in one apply.

let emulator: Emulator;
let sink: AppliedStack;
let tokens: Awaited<ReturnType<AppliedStack['personTokens']>>;

beforeAll(async () => {
  emulator = await startEmulator();
  sink = new AppliedStack(emulator, 'examples/kitchen-sink-rest/main.ts');
  await sink.apply();
  tokens = await sink.personTokens('aws_cognito_user_pool.staff', 'aws_cognito_user_pool_client.app');
});

afterAll(async () => {
  await sink?.close();
  await emulator?.stop();
});

it('plans no change after the first apply', async () => {
  expect(await sink.changes()).toEqual([]);
});

it('has nothing that AWS refuses, as far as the rules tell', () => {
  expect(sink.refusals()).toEqual([]);
});

it('serves the same routes with the same guards in both definitions', async () => {
  const routes = await sink.served('sink', 'v1');

  expect(routes).toContain('POST /orders COGNITO_USER_POOLS');
  expect(routes).toContain('POST /events CUSTOM');
  expect(await sink.served('body', 'v1')).toEqual(routes);
});

describe.each(['sink', 'body'])('callers of the API %s', (api) => {
  const json = { 'content-type': 'application/json' };
  const call = async (request: string, headers: Record<string, string> = {}, body?: object) => {
    const response = await sink.call(api, request, { ...json, ...headers }, body && JSON.stringify(body));
    const text = await response.text();
    return [response.status, text === '' ? '' : (JSON.parse(text) as unknown)] as const;
  };

  it('need a key where a route says so: of a plan of the API, or one that they have', async () => {
    const key = { 'x-api-key': String(await sink.output('key')) };
    expect(await call('GET /catalogue')).toEqual([403, { message: 'Forbidden' }]);
    expect(await call('GET /catalogue', key)).toEqual([200, []]);
    expect(await call('GET /catalogue', { 'x-api-key': 'a-key-that-its-holder-has' })).toEqual([200, []]);
  });

  it('need an ID token with a key, and a body of the form', async () => {
    const { AccessToken, IdToken } = tokens;
    const key = { 'x-api-key': String(await sink.output('key')) };
    const post = (authorization: string, body: object) => call('POST /reports', { ...key, authorization }, body);
    expect(await post(AccessToken, { title: 'May' })).toEqual([401, { message: 'Unauthorized' }]);
    expect(await post(IdToken, {})).toEqual([400, { message: 'Invalid request body' }]);
    expect(await post(IdToken, { title: 'May' })).toEqual([200, '']);
  });

  it('wait for an execution of one state machine, and start one of another', async () => {
    expect(await call('POST /greetings', {}, { name: 'Ada' })).toEqual([200, { hello: 'Ada' }]);
    const started = await call('POST /executions', {}, { name: `of-${api}` });
    expect(started).toEqual([200, { executionArn: expect.stringMatching(`sink-standard:of-${api}$`) as string }]);
  });

  it('are refused by the Lambda authorizers, and without a signature', async () => {
    expect(await call('GET /http/7', { 'x-partner-key': 'a'.repeat(32) })).toMatchObject([401, {}]);
    expect(await call('POST /events?shop=7', { 'x-machine': '7' }, {})).toMatchObject([401, {}]);
    expect(await call('GET /nightly')).toMatchObject([403, {}]);
  });
});

it('a private API is not for callers from outside', async () => {
  expect((await sink.call('internal', 'GET /prices')).status).toBe(403);
});

it('a Lambda authorizer, a token or a signature stands before each route of the document but those that are public', async () => {
  expect((await sink.call('document', 'GET /health')).status).toBe(200);
  expect((await sink.call('document', 'GET /reports')).status).toBe(401);
  expect((await sink.call('document', 'GET /prices')).status).toBe(403);
});

it('leaves nothing when it is destroyed', async () => {
  expect(await sink.destroy()).toEqual({});
});

// npx nx run gateway:converge tries every argument.
it.each([restByResources, restByBody])(
  'changes each argument that ever failed as docs/gateway/converge.md says: $title',
  async (tried) => {
    const found = await tryFaults('examples/kitchen-sink-rest/main.ts', tried, emulator.url);

    expect(found).toEqual(faultsOf(tried));
  },
);
