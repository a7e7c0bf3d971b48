import { type Surface } from '@gatehouse/surface';
import { decodeJwt } from 'jose';
import { poolKeyCache } from '../request/pool-keys';
import { cognitoAuthorizer } from '../request/authorize';
import { aRequest, see, testSigner } from '../testing/call';
import { aMachineClient, anAuthorizer, aSurface, issuer } from '../testing/surface';
import { tokenEndpoint } from './token-endpoint';

const secret = 's3cret:with/colon';
const basic = (id: string, password: string): [string, string] => [
  'Authorization',
  `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`,
];
const good = basic('machine-client', secret);

async function ask(
  form: Record<string, string>,
  headers: [string, string][] = [good],
  surface: Surface = aSurface(),
  contentType = 'application/x-www-form-urlencoded',
) {
  const clientSecret = () => Promise.resolve(secret);
  const endpoint = tokenEndpoint({ surface: () => surface, signer: await testSigner(), clientSecret });
  const all: [string, string][] = [['Content-Type', contentType], ...headers];
  const body = new URLSearchParams(form).toString();
  const answer = see(await endpoint(aRequest('POST /oauth2/token', { headers: all, body })));
  return { ...answer, json: JSON.parse(answer.body) as Record<string, string> };
}

const grant = { grant_type: 'client_credentials' };
const client = (overrides: Parameters<typeof aMachineClient>[0]) => aSurface({ clients: [aMachineClient(overrides)] });

describe('client_credentials', () => {
  it('gives an access token with the claims of Cognito', async () => {
    const { status, json, header } = await ask({ ...grant, scope: 'reports/read' });
    expect({ status, ...json }).toEqual({
      status: 200,
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    });
    expect(header('cache-control')).toContain('no-store');
    const claims = decodeJwt(json['access_token'] as string);
    expect(claims).toEqual({
      sub: 'machine-client',
      token_use: 'access',
      scope: 'reports/read',
      auth_time: claims.iat,
      iss: issuer,
      iat: expect.any(Number),
      exp: (claims.iat as number) + 3600,
      version: 2,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      client_id: 'machine-client',
    });
  });

  it('gives a token that an authorizer of the pool lets in', async () => {
    const { json } = await ask({ ...grant, scope: 'reports/read' });
    const cache = poolKeyCache(() => Promise.resolve({ keys: [] }), (await testSigner()).key);
    const check = cognitoAuthorizer(anAuthorizer(), cache);
    await expect(check(['Authorization', json['access_token'] as string], ['reports/read'])).resolves.toBeDefined();
  });

  it('gives all scopes of the client when none is asked for', async () => {
    for (const form of [grant, { ...grant, scope: '' }]) {
      const { json } = await ask(form);
      expect(decodeJwt(json['access_token'] as string)['scope']).toBe('reports/read reports/write');
    }
  });

  it('takes the id and secret from the form too', async () => {
    const form = { ...grant, client_id: 'machine-client', client_secret: secret };
    expect((await ask(form, [])).status).toBe(200);
  });

  it('uses the validity of the client', async () => {
    const { json } = await ask(grant, [good], client({ accessTokenValidity: 300 }));
    expect(json['expires_in']).toBe(300);
  });
});

describe('errors', () => {
  const expectError = async (answer: ReturnType<typeof ask>, error: string) =>
    expect(await answer).toMatchObject({ status: 400, json: { error } });

  it('fails with invalid_client when the secret or the client is wrong, or missing', async () => {
    await expectError(ask(grant, [basic('machine-client', 'wrong')]), 'invalid_client');
    await expectError(ask(grant, [basic('unknown', secret)]), 'invalid_client');
    await expectError(ask(grant, []), 'invalid_client');
    await expectError(ask(grant, [['Authorization', 'Basic bm9jb2xvbg==']]), 'invalid_client');
    await expectError(ask({ ...grant, client_id: 'machine-client' }, []), 'invalid_client');
  });

  it('fails with unauthorized_client when the client has no such flow', async () => {
    await expectError(ask(grant, [good], client({ oauthFlows: ['code'] })), 'unauthorized_client');
    await expectError(ask(grant, [good], client({ hasSecret: false })), 'unauthorized_client');
  });

  it('fails with invalid_scope when a scope is not the client’s, or no resource server has it', async () => {
    await expectError(ask({ ...grant, scope: 'reports/read reports/admin' }), 'invalid_scope');
    const odd = client({ scopes: ['reports/read', 'gone/read', 'openid'] });
    await expectError(ask({ ...grant, scope: 'gone/read' }, [good], odd), 'invalid_scope');
    await expectError(ask({ ...grant, scope: 'openid' }, [good], odd), 'invalid_scope');
  });

  it('fails with unsupported_grant_type for other grants', async () => {
    await expectError(ask({ grant_type: 'password' }), 'unsupported_grant_type');
  });

  it('fails with invalid_request without a grant type or a form', async () => {
    await expectError(ask({}), 'invalid_request');
    await expectError(ask(grant, [good], aSurface(), 'application/json'), 'invalid_request');
  });

  it('fails with 405 for another verb', async () => {
    const endpoint = tokenEndpoint({
      surface: aSurface,
      signer: await testSigner(),
      clientSecret: () => Promise.resolve(secret),
    });
    expect((await endpoint(aRequest('GET /oauth2/token'))).status).toBe(405);
  });
});
