import { type Emulator, startEmulator } from '../src/emulator';
import { AppliedStack } from './applied-stack';
import { httpSink } from '../testing/converge/gateway/http';
import { faultsOf, tryFaults } from '../testing/converge/gateway/try-faults';

// One apply of everything that an HTTP API has, and of the smallest one of the gallery.

let emulator: Emulator;
let sink: AppliedStack;

beforeAll(async () => {
  emulator = await startEmulator();
  sink = new AppliedStack(emulator, 'examples/kitchen-sink-http/main.ts');
  await sink.apply();
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

describe('the HTTP API of the gallery', () => {
  const pool = 'aws_cognito_user_pool.users';
  const get = async (token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await sink.call('api', 'GET /reports/7', headers as Record<string, string>);
    return { status: response.status, asks: response.headers.get('www-authenticate'), body: await response.json() };
  };

  it('answers a machine whose access token has the scope', async () => {
    const token = await sink.machineToken(pool, 'aws_cognito_user_pool_client.machine', 'reports/read');
    const { body, status } = await get(token);
    expect({ body, status }).toEqual({ status: 200, body: { report: '7', caller: expect.any(String) as string } });
  });

  it('refuses callers without a token, and with one that nobody signed', async () => {
    expect(await get()).toEqual({ status: 401, asks: 'Bearer', body: { message: 'Unauthorized' } });
    expect(await get('e30.e30.e30')).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
  });

  it('refuses a person whose access token lacks the scope, and ID tokens, which have none', async () => {
    const { AccessToken, IdToken } = await sink.personTokens(pool, 'aws_cognito_user_pool_client.app');
    expect(await get(AccessToken)).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
    expect(await get(IdToken)).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
  });

  it('answers preflights of its pages without a token', async () => {
    const origin = 'https://app.example.com';
    const asked = { origin, 'access-control-request-method': 'GET' };
    const response = await sink.call('api', 'OPTIONS /reports/7', asked);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('the HTTP API that has everything', () => {
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await sink.call('sink', `GET ${path}`, headers);
    return [response.status, await response.json()] as const;
  };

  it('asks a function who may call, which answers simply or with a policy', async () => {
    expect(await get('/partners', { 'x-partner-key': 'open sesame' })).toEqual([
      200,
      { routeKey: 'GET /partners', authorizer: { lambda: { partner: 'acme' } } },
    ]);
    expect(await get('/partners', { 'x-partner-key': 'wrong' })).toEqual([403, { message: 'Forbidden' }]);
    expect(await get('/partners')).toEqual([401, { message: 'Unauthorized' }]);
    expect(await get('/partners/old', { authorization: 'open sesame' })).toMatchObject([200, {}]);
    expect(await get('/partners/old', { authorization: 'wrong' })).toEqual([403, { message: 'Forbidden' }]);
  });

  it('refuses requests to an IAM route that are not signed', async () => {
    expect(await get('/prices')).toMatchObject([403, {}]);
  });

  it('puts messages into a queue by its own role, and takes them out', async () => {
    const sent = await sink.call('sink', 'POST /services/messages', {}, '{"order":7}');
    expect([sent.status, sent.headers.get('x-request-id')]).toEqual([202, expect.any(String)]);
    const received = await sink.call('sink', 'GET /services/messages');
    expect(received.status).toBe(200);
    expect((await received.text()).replaceAll('&quot;', '"')).toContain('{"order":7}');
  });

  it('waits for an execution of one state machine, and starts and stops one of another', async () => {
    const run = async (request: string, body: object) => {
      const response = await sink.call('sink', request, {}, JSON.stringify(body));
      return [response.status, (await response.json()) as Record<string, unknown>] as const;
    };
    expect(await run('POST /executions/now', { name: 'Ada' })).toMatchObject([200, { output: '{"hello":"Ada"}' }]);
    const [status, { executionArn }] = await run('POST /executions', { name: 'first', input: '{}' });
    expect([status, executionArn]).toEqual([200, expect.stringMatching(/kitchen-sink-http-standard:first$/)]);
    expect(await run('DELETE /executions', { execution: executionArn })).toMatchObject([
      200,
      { stopDate: expect.any(Number) },
    ]);
  });

  it('has a route that others added', async () => {
    expect(await get('/beside')).toMatchObject([200, { routeKey: 'GET /beside' }]);
  });
});

it('serves what one apply leaves: no removed route, another authorizer, another integration (docs/decisions/0017)', async () => {
  expect(await sink.served('sink', '$default')).toContain('GET /partners/old CUSTOM');

  await sink.change(
    ({ aws_apigatewayv2_authorizer, aws_apigatewayv2_integration, aws_apigatewayv2_route, ...others }) => {
      delete aws_apigatewayv2_route!.sink__get_partners_old;
      aws_apigatewayv2_route!.sink__get_partners!.authorizer_id = '${aws_apigatewayv2_authorizer.sink__policy.id}';
      delete aws_apigatewayv2_authorizer!.sink__simple;
      delete others.aws_lambda_permission!.sink_authorizer_simple;
      // So that it can be destroyed.
      others.aws_cognito_user_pool!.users!.deletion_protection = 'INACTIVE';
      const stage = others.aws_apigatewayv2_stage!.sink!;
      stage.depends_on = (stage.depends_on as string[]).filter((address) => !address.endsWith('authorizer_simple'));
      // Of this route alone: others share one.
      Object.assign(aws_apigatewayv2_integration!.sink__get_prices_old!, {
        ...{ integration_type: 'HTTP_PROXY', integration_method: 'GET', payload_format_version: '1.0' },
        integration_uri: 'https://example.com',
      });
    },
  );

  expect((await sink.served('sink', '$default')).join()).not.toContain('GET /partners/old');
  const byPolicy = await sink.call('sink', 'GET /partners', { authorization: 'open sesame' });
  expect(byPolicy.status).toBe(200);
  expect(await sink.changes()).toEqual([]);
});

it('leaves nothing when it is destroyed', async () => {
  expect(await sink.destroy()).toEqual({});
});

// npx nx run gateway:converge tries every argument.
it('changes each argument that ever failed as docs/gateway/converge.md says', async () => {
  const found = await tryFaults('examples/kitchen-sink-http/main.ts', httpSink, emulator.url);

  expect(found).toEqual(faultsOf(httpSink));
});
