import { type Bridge, openBridge } from '.';

let bridge: Bridge;
const refusals: string[] = [];

beforeAll(async () => (bridge = await openBridge((text) => refusals.push(text))));
afterAll(() => bridge.close());

async function ask(operation: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${bridge.url}/${operation}`, {
    method: 'POST',
    body,
    headers: { 'x-gatehouse-secret': bridge.secret, ...headers },
  });
  return { status: response.status, body: await response.json() };
}

describe('the bridge', () => {
  it.each([
    ['without the secret', { 'x-gatehouse-secret': '' }],
    ['with another secret', { 'x-gatehouse-secret': 'f'.repeat(64) }],
    ['from a page of a browser', { origin: 'http://localhost:3000' }],
  ])('refuses a question %s', async (_how, headers) => {
    expect(await ask('invoke', '{}', headers)).toMatchObject({
      status: 403,
      body: { error: 'only the emulator may ask' },
    });
  });

  it.each(['nothing', 'toString', ''])('knows no operation "%s"', async (operation) => {
    expect(await ask(operation, '{}')).toMatchObject({
      status: 404,
      body: { error: `there is no operation "${operation}"` },
    });
  });

  it('refuses what is no JSON', async () => {
    expect(await ask('invoke', '{')).toMatchObject({ status: 400, body: { error: 'the question is no JSON' } });
  });

  it('says that no function runs until the gateway serves', async () => {
    const { body } = await ask('invoke', JSON.stringify({ functionArn: 'arn:f', event: {} }));
    expect(body).toEqual({
      error: {
        kind: 'crashed',
        name: 'FunctionsNotServed',
        message: 'arn:f cannot be called: functions run in the local gateway, which does not serve yet',
      },
    });
  });

  it('says whether policies allow a request, and what to change', async () => {
    const request = {
      principal: { type: 'federated', provider: 'cognito-identity.amazonaws.com' },
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: 'arn:aws:iam::123456789012:role/guests',
      context: { 'cognito-identity.amazonaws.com:amr': ['unauthenticated'] },
    };
    const trust = (amr: string) => ({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: request.action,
        Condition: { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr } },
      },
    });
    const evaluate = async (amr: string) =>
      (
        await ask(
          'evaluate',
          JSON.stringify({ request, policies: { resource: { name: 'trust', document: trust(amr) } } }),
        )
      ).body;
    expect([await evaluate('unauthenticated'), refusals]).toEqual([{ verdict: 'allowed' }, []]);
    expect(await evaluate('authenticated')).toEqual({ verdict: 'implicitlyDenied' });
    expect(refusals.join()).toContain('of trust does not hold');
  });

  it('hands a call to what serves functions', async () => {
    bridge.serveFunctions((invocation) => Promise.resolve({ payload: invocation }));
    const invocation = { functionArn: 'arn:f', event: { a: 'ä'.repeat(100_000) }, qualifier: 'live' };
    expect(await ask('invoke', JSON.stringify(invocation))).toMatchObject({
      status: 200,
      body: { payload: invocation },
    });
  });

  it('answers 500 with the reason when that fails', async () => {
    bridge.serveFunctions(() => Promise.reject(new Error('no memory')));
    const { body, status } = await ask('invoke', '{}');
    expect([status, body]).toEqual([500, { error: 'no memory' }]);
  });
});
