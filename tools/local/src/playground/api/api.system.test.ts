import { EmulatorRefusal } from '../../emulator';
import { aRequest } from '../../requests-log/testing/request';
import { issuer } from '../../gateway/testing/surface';
import { type Answer, call, type Call, raw } from '../testing/call';
import { type Served, servePlayground } from '../testing/serve';

let served: Served;

beforeAll(async () => {
  served = await servePlayground();
  await served.playground.built;
});

afterAll(() => served?.close());

const ask = (path: string, { headers, ...rest }: Call = {}): Promise<Answer> =>
  call(served.playground.origin, path, { headers: { ...served.headers, ...headers }, ...rest });

const post = (path: string, value: unknown): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) });

describe('the API', () => {
  const DATA = '/api/data';

  it('answers its own page', async () => {
    const own = { Origin: served.playground.origin, 'Sec-Fetch-Site': 'same-origin' };
    const { body, headers, status } = await ask(DATA, { headers: own });

    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({ revision: 1, changes: [], apiKeys: [{ value: 'api-key-value' }] });
  });

  it.each<[string, Call, number]>([
    ['a page of another origin', { headers: { Origin: 'http://localhost:3000' } }, 403],
    ['a page without an origin', { headers: { Origin: 'null' } }, 403],
    ['a page of another site', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    ['a page of another port', { headers: { 'Sec-Fetch-Site': 'same-site' } }, 403],
    ['an address that was typed in', { headers: { 'Sec-Fetch-Site': 'none' } }, 403],
    ['a preflight', { method: 'OPTIONS', headers: { Origin: 'http://localhost:3000' } }, 403],
    ['another name of this machine', { headers: { Host: 'attacker.example' } }, 421],
    ['localhost', { headers: { Host: 'localhost:1' } }, 421],
    ['the wrong key', { headers: { 'x-gatehouse-key': 'wrong' } }, 403],
    ['a key of the right length', { headers: { 'x-gatehouse-key': '-'.repeat(32) } }, 403],
    ['another method', { method: 'DELETE' }, 405],
  ])('refuses %s', async (_what, asked, status) => {
    const answer = await ask(DATA, asked);

    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ message: expect.any(String) });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses a request without the key, on every path', async () => {
    const paths = [DATA, '/api/events', '/api/requests', '/api/codes', '/api/permissions', '/api/tokens', '/api/none'];
    const statuses = await Promise.all(paths.map(async (path) => (await call(served.playground.origin, path)).status));

    expect(statuses).toEqual(paths.map(() => 403));
  });

  it('names the methods that a path has, and paths that are not there', async () => {
    const wrong = await ask('/api/permissions');

    expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'POST']);
    expect((await ask('/api/none')).status).toBe(404);
  });

  it('takes no request for another server', async () => {
    const { host } = new URL(served.playground.origin);

    expect(
      await raw(served.playground.origin, `GET http://attacker.example/api/data HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    ).toBe('HTTP/1.1 400 Bad Request');
  });

  it('gives requests after a number', async () => {
    served.requests.add(aRequest({ path: '/local/a' }));
    const { newest } = JSON.parse((await ask('/api/requests')).body) as { newest: number };
    served.requests.add(aRequest({ path: '/local/b' }));

    expect(JSON.parse((await ask(`/api/requests?after=${newest}`)).body)).toMatchObject({
      newest: newest + 1,
      requests: [{ number: newest + 1, path: '/local/b' }],
    });
    expect((await ask('/api/requests?after=x')).status).toBe(400);
  });

  it('asks the emulator for the codes of one person', async () => {
    expect(JSON.parse((await ask('/api/codes?pool=p1&username=ada%40example.com')).body)).toMatchObject({ codes: [] });
    expect(served.asked).toContain('/moto-api/gatehouse/codes?userPoolId=p1&username=ada%40example.com');
  });
});

describe('temporary credentials', () => {
  const permissions = async (more: object = {}): Promise<unknown> =>
    JSON.parse((await post('/api/permissions', { accessKeyId: 'ASIAGUEST', ...more })).body);

  it('are said in words, with what limits them and the routes they open', async () => {
    expect(await permissions()).toEqual({
      ...{ arn: 'arn:aws:sts::123456789012:assumed-role/guests/s', role: 'guests' },
      ...{ expiration: '2026-11-28T13:00:00Z', identity: expect.objectContaining({ authenticated: false }) },
      statements: [
        {
          ...{ effect: 'Allow', policy: 'prices', actions: ['execute-api:Invoke'], conditions: [] },
          resources: ['GET /prices of gatehouse-local-reports, stage local'],
          words: 'Allows execute-api:Invoke on GET /prices of gatehouse-local-reports, stage local.',
        },
      ],
      limits: [
        'The permissions boundary edge must allow it too.',
        'Session policies of Cognito for guests must allow it too: they name a list of services, whatever the role says.',
      ],
      routes: ['reports GET /prices'],
    });
  });

  it('may do one thing, or may not, and why', async () => {
    const { executionArn } = served.shown.surface.apis[0]!;
    const invoke = { action: 'execute-api:Invoke', resource: `${executionArn}/local/GET/prices` };

    expect(await permissions(invoke)).toMatchObject({
      check: { allowed: true, why: expect.stringContaining('statement 0 of prices'), remedies: [] },
    });
    expect(await permissions({ action: 's3:GetObject', resource: 'arn:aws:s3:::photos/1.jpg' })).toMatchObject({
      check: {
        allowed: false,
        why: expect.stringContaining('because no identity-based policy allows the s3:GetObject action'),
        remedies: [expect.stringContaining('Missing in an identity-based policy')],
      },
    });
  });

  it('of another run are not known, and the answer says what to do', async () => {
    const unknown = new EmulatorRefusal('InvalidClientTokenId', 'The security token is invalid.');
    const other = await servePlayground(undefined, {
      emulator: { url: served.shown.emulator.url, internal: () => Promise.reject(unknown) },
    });
    try {
      const { body, status } = await call(other.playground.origin, '/api/permissions', {
        ...{ method: 'POST', body: '{"accessKeyId": "ASIAOLD"}' },
        headers: { ...other.headers, 'Content-Type': 'application/json' },
      });
      expect([status, JSON.parse(body)]).toEqual([
        404,
        { message: 'The security token is invalid. Ask for credentials again: the emulator may have started anew.' },
      ]);
    } finally {
      await other.close();
    }
  });

  it.each<[string, Call, number]>([
    ['no JSON', { body: '{', headers: { 'Content-Type': 'application/json' } }, 400],
    ['a list', { body: '[]', headers: { 'Content-Type': 'application/json' } }, 400],
    [
      'an unknown field',
      { body: '{"accessKeyId": "a", "x": 1}', headers: { 'Content-Type': 'application/json' } },
      400,
    ],
    ['a form', { body: '{}', headers: { 'Content-Type': 'text/plain' } }, 415],
    ['too much', { body: ' '.repeat(70_000), headers: { 'Content-Type': 'application/json' } }, 413],
  ])('are not asked for with %s', async (_what, asked, status) => {
    expect((await ask('/api/permissions', { method: 'POST', ...asked })).status).toBe(status);
  });
});

describe('a token that is good but for one thing', () => {
  const token = `x.${Buffer.from(JSON.stringify({ iss: issuer, exp: 4_000_000_000 })).toString('base64url')}.x`;
  const claims = async (but: string): Promise<Record<string, unknown>> => {
    const { token: made } = JSON.parse((await post('/api/tokens', { token, but })).body) as { token: string };
    return JSON.parse(Buffer.from(made.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  };

  it('ran out, was changed, or is of another pool', async () => {
    expect((await claims('expired'))['exp']).toBeLessThan(Date.now() / 1000);
    expect(await claims('tampered')).toMatchObject({ iss: issuer, email: 'someone-else@example.com' });
    expect((await claims('otherPool'))['iss']).not.toBe(issuer);
  });

  it('is made of a token of a served pool alone', async () => {
    expect((await post('/api/tokens', { token: 'x.e30.x', but: 'expired' })).status).toBe(400);
  });
});
