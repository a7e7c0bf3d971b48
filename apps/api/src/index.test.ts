import { idTokenClaims, proxyEvent } from '../testing/event';
import { handler } from './index';

async function call(...event: Parameters<typeof proxyEvent>) {
  const { statusCode, headers, body } = await handler(proxyEvent(...event));
  return { status: statusCode, headers, body: JSON.parse(body) as unknown };
}

const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Vary: 'Origin' };

describe('GET /me', () => {
  it("answers the caller's claims", async () => {
    expect(await call('GET /me')).toEqual({ status: 200, headers: json, body: { claims: idTokenClaims } });
  });

  it('fails when the route has no authorizer', async () => {
    expect(await call('GET /me', { claims: null })).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized' },
    });
  });
});

describe('GET /reports', () => {
  it('lists the sample reports', async () => {
    const { status, body } = await call('GET /reports');
    expect(status).toBe(200);
    expect(body).toEqual({
      reports: [
        { id: '1', title: 'Sample report: sign-ins by week' },
        { id: '2', title: 'Sample report: requests by route' },
      ],
    });
  });
});

describe('GET /reports/{id}', () => {
  it('answers one report', async () => {
    const { status, body } = await call('GET /reports/{id}', { pathParameters: { id: '2' } });
    expect([status, body]).toEqual([200, { id: '2', title: 'Sample report: requests by route' }]);
  });

  it.each([['3'], ['__proto__'], ['']])('fails when there is no report %j', async (id) => {
    const { status, body } = await call('GET /reports/{id}', { pathParameters: { id } });
    expect([status, body]).toEqual([404, { message: 'Report not found' }]);
  });

  it('fails when the event has no path parameters', async () => {
    expect((await call('GET /reports/{id}')).status).toBe(404);
  });
});

describe('GET /prices', () => {
  it('lists prices', async () => {
    expect(await call('GET /prices')).toEqual({
      status: 200,
      headers: json,
      body: { prices: expect.arrayContaining([{ plan: 'one report', euros: 9 }]) as unknown },
    });
  });
});

describe('POST /reports', () => {
  it('creates a report, says where it is, and finds it there', async () => {
    const created = await call('POST /reports', { body: JSON.stringify({ title: ' Q3 ', more: 1 }) });
    const { id } = created.body as { id: string };
    expect(created).toEqual({
      status: 201,
      headers: { ...json, Location: `/dev/reports/${id}` },
      body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, title: 'Q3' },
    });
    const found = await call('GET /reports/{id}', { pathParameters: { id } });
    expect(found.body).toEqual(created.body);
  });

  it('reads a body that API Gateway passed on as base64', async () => {
    const body = Buffer.from('{ "title": "Jahresbericht für März" }').toString('base64');
    const created = await call('POST /reports', { body, isBase64Encoded: true });
    expect(created).toMatchObject({ status: 201, body: { title: 'Jahresbericht für März' } });
  });

  it.each([
    [null],
    [''],
    ['{'],
    ['null'],
    ['[]'],
    ['"title"'],
    ['{}'],
    ['{ "title": 3 }'],
    ['{ "title": null }'],
    ['{ "title": "  " }'],
    [JSON.stringify({ title: 'x'.repeat(201) })],
  ])('fails when the body is %j', async (body) => {
    const { status, body: answer } = await call('POST /reports', { body });
    expect([status, answer]).toEqual([400, { message: 'Expected a JSON object with a title of 1 to 200 characters' }]);
  });
});

describe('any other route', () => {
  it.each(['DELETE /reports', 'GET /nowhere', 'GET /toString'])('fails when it is %s', async (route) => {
    expect(await call(route)).toMatchObject({ status: 404, body: { message: 'Not found' } });
  });
});

describe('CORS', () => {
  afterEach(() => {
    delete process.env.ALLOWED_ORIGINS;
    delete process.env.ALLOW_CREDENTIALS;
  });

  async function headersFor(allowed: string, origin: Record<string, string> | null) {
    process.env.ALLOWED_ORIGINS = allowed;
    return (await handler({ ...proxyEvent('GET /reports'), headers: origin as Record<string, string> })).headers;
  }

  it.each(['origin', 'Origin'])('allows an origin of the list, sent in the header %s', async (header) => {
    const sent = { [header]: 'https://b.example.com' };
    expect(await headersFor('https://a.example.com, https://b.example.com', sent)).toEqual({
      ...json,
      'Access-Control-Allow-Origin': 'https://b.example.com',
    });
  });

  it.each([
    ['a longer host', 'https://a.example.com.evil.test'],
    ['a subdomain', 'https://x.a.example.com'],
    ['another scheme', 'http://a.example.com'],
    ['another port', 'https://a.example.com:8443'],
    ['another case', 'https://A.example.com'],
    ['null', 'null'],
    ['an empty origin', ''],
  ])('allows no origin when it is %s', async (_what, origin) => {
    expect(await headersFor('https://a.example.com', { Origin: origin })).toEqual(json);
  });

  it('allows no origin when the list is empty', async () => {
    expect(await headersFor('', { Origin: '' })).toEqual(json);
  });

  it('allows no origin when the request sends none', async () => {
    expect(await headersFor('https://a.example.com', null)).toEqual(json);
  });

  it('allows any origin when the list says so', async () => {
    expect(await headersFor('*', { Origin: 'https://a.example.com' })).toEqual({
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    });
  });

  it('lets pages of allowed origins send cookies when credentials are allowed, and no others', async () => {
    process.env.ALLOW_CREDENTIALS = 'true';
    expect(await headersFor('https://a.example.com', { Origin: 'https://a.example.com' })).toMatchObject({
      'Access-Control-Allow-Origin': 'https://a.example.com',
      'Access-Control-Allow-Credentials': 'true',
    });
    expect(await headersFor('https://a.example.com', { Origin: 'https://b.example.com' })).toEqual(json);
    expect(await headersFor('*', { Origin: 'https://a.example.com' })).not.toHaveProperty(
      'Access-Control-Allow-Credentials',
    );
  });

  it('is on errors too', async () => {
    process.env.ALLOWED_ORIGINS = 'https://a.example.com';
    const { headers } = await handler(proxyEvent('GET /nowhere', { headers: { origin: 'https://a.example.com' } }));
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': 'https://a.example.com' });
  });
});
