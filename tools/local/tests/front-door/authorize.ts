import { type Row, source } from '../../testing/conformance';
import { ADA, asking, CALLBACK, type Door, pkce, signIn } from './door';

const page = source.cognitoGuide('authorization-endpoint');
const row = (name: string, prove: Row<Door>['prove'], differs?: string): Row<Door> => ({
  name,
  source: page,
  prove,
  ...(differs !== undefined && { differs }),
});

const begin = (door: Door, more: Record<string, string | null> = {}, client = door.web) =>
  door.visitor().get(`/oauth2/authorize?${asking(client, more)}`);

/** Goes back to the application with this error and the state. */
async function refused(door: Door, more: Record<string, string | null>, error: string, client = door.web) {
  const { location, status, params } = await begin(door, more, client);
  expect([status, location.split('?')[0], params.get('error'), params.get('state')]).toEqual([
    302,
    CALLBACK,
    error,
    'a b&c',
  ]);
}

/** Ends on a page, wherever the redirect URI points to. */
async function onPage(door: Door, more: Record<string, string | null>, error: string | RegExp, client = door.web) {
  const visitor = door.visitor();
  const { location, status, params } = await visitor.get(`/oauth2/authorize?${asking(client, more)}`);
  expect([status, location.startsWith('/error?')]).toEqual([302, true]);
  expect(params.get('error')).toMatch(error);
  expect((await visitor.get(location)).status).toBe(400);
}

export const authorizeRows: Row<Door>[] = [
  row('authorize: sends the browser to /login with the same query', async (door) => {
    const query = asking(door.web, { scope: 'openid', nonce: 'n', lang: 'de' });
    const { location, status } = await door.visitor().get(`/oauth2/authorize?${query}`);
    expect([status, location]).toEqual([302, `/login?${query}`]);
  }),
  row('authorize: a live session answers with a code at once', async (door) => {
    const visitor = door.visitor();
    await signIn(visitor, asking(door.web));
    const { location, params } = await visitor.get(`/oauth2/authorize?${asking(door.server)}`);
    expect([location.split('?')[0], params.get('state'), params.get('code')]).toEqual([
      CALLBACK,
      'a b&c',
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ]);
  }),
  row('authorize: redirect_uri must be registered, character by character; else an error page', async (door) => {
    const near = [
      'http://localhost:3000/callback/',
      'http://localhost:3000/Callback',
      `${CALLBACK}?a=1`,
      `${CALLBACK}#`,
    ];
    for (const uri of [...near, 'http://localhost:3001/callback', 'https://evil.example', 'javascript:alert(1)']) {
      await onPage(door, { redirect_uri: uri }, /^redirect_mismatch$/);
    }
  }),
  row('authorize: without client_id or redirect_uri, or of an unknown client: an error page', async (door) => {
    await onPage(door, { client_id: null }, "Required String parameter 'client_id' is not present");
    await onPage(door, { redirect_uri: null }, "Required String parameter 'redirect_uri' is not present");
    await onPage(door, { client_id: 'nobody' }, /^Client does not exist/);
  }),
  row('authorize: a client of another user pool does not exist here', async (door) => {
    await onPage(door, {}, /^Client does not exist/, door.foreign);
  }),
  row('authorize: a client without OAuth has no callback URL in force', async (door) => {
    await onPage(door, {}, /not enabled for OAuth2.0 flows/, door.plain);
  }),
  row(
    'authorize: a parameter that is there twice is refused',
    async (door) => {
      const query = `${asking(door.web)}&redirect_uri=https://evil.example`;
      const { params } = await door.visitor().get(`/oauth2/authorize?${query}`);
      expect(params.get('error')).toBe("Parameter 'redirect_uri' is there more than once");
    },
    'AWS does not say what it does; RFC 6749, section 3.1, forbids it',
  ),
  row('authorize: invalid_request without a response_type, or for another one than code and token', async (door) => {
    await refused(door, { response_type: null }, 'invalid_request');
    await refused(door, { response_type: 'id_token' }, 'invalid_request');
  }),
  row('authorize: unauthorized_client for a flow that the client does not have', async (door) => {
    await refused(door, { response_type: 'token' }, 'unauthorized_client', door.server);
  }),
  row('authorize: invalid_scope for a scope that the client does not have', async (door) => {
    await refused(door, { scope: 'openid reports/write' }, 'invalid_scope');
    await refused(door, { scope: 'openid nonsense' }, 'invalid_scope');
  }),
  row('authorize: email, phone and profile need openid', async (door) => {
    for (const scope of ['email', 'profile', 'reports/read email']) await refused(door, { scope }, 'invalid_scope');
  }),
  row('authorize: PKCE by S256 alone, challenge and method together', async (door) => {
    const { challenge } = pkce();
    await refused(door, { code_challenge: challenge }, 'invalid_request');
    await refused(door, { code_challenge_method: 'S256' }, 'invalid_request');
    await refused(door, { code_challenge: challenge, code_challenge_method: 'plain' }, 'invalid_request');
    await refused(door, { code_challenge: 'short', code_challenge_method: 'S256' }, 'invalid_request');
  }),
  row('authorize: prompt=none without a session is login_required', async (door) => {
    await refused(door, { prompt: 'none' }, 'login_required');
  }),
  row('authorize: prompt=none with a session is a code', async (door) => {
    const visitor = door.visitor();
    await signIn(visitor, asking(door.web));
    const { params } = await visitor.get(`/oauth2/authorize?${asking(door.web, { prompt: 'none' })}`);
    expect(params.get('code')).toBeTruthy();
  }),
  row('authorize: prompt=login asks again in spite of a live session, and makes a new one', async (door) => {
    const visitor = door.visitor();
    await signIn(visitor, asking(door.web));
    const before = visitor.cookies.get('cognito');
    const { location } = await visitor.get(`/oauth2/authorize?${asking(door.web, { prompt: 'login' })}`);
    expect(location).toMatch(/^\/login\?/);
    const { params } = await visitor.fill(await visitor.get(location), { username: ADA, password: 'Correct-horse-9' });
    expect(params.get('code')).toBeTruthy();
    expect(visitor.cookies.get('cognito')).not.toBe(before);
  }),
  row('authorize: login_hint fills in the user name', async (door) => {
    const visitor = door.visitor();
    const { location } = await visitor.get(`/oauth2/authorize?${asking(door.web, { login_hint: 'eve@example.com' })}`);
    expect((await visitor.get(location)).body).toMatch(/name="username"[^>]*value="eve@example.com"/);
  }),
  row('authorize: a custom scheme can be a callback URL', async (door) => {
    const { location } = await signIn(door.visitor(), asking(door.web, { redirect_uri: 'myapp://back' }));
    expect(location).toMatch(/^myapp:\/\/back\?code=/);
  }),
  row('authorize: the implicit grant brings tokens in the fragment, and no refresh token', async (door) => {
    const { location, params } = await signIn(
      door.visitor(),
      asking(door.web, { response_type: 'token', scope: 'openid' }),
    );
    expect(location).toMatch(/^http:\/\/localhost:3000\/callback#/);
    expect([...params.keys()].sort()).toEqual(['access_token', 'expires_in', 'id_token', 'state', 'token_type']);
  }),
  row('authorize: the implicit grant without openid brings no ID token', async (door) => {
    const { params } = await signIn(
      door.visitor(),
      asking(door.web, { response_type: 'token', scope: 'reports/read' }),
    );
    expect([params.has('id_token'), params.has('access_token')]).toEqual([false, true]);
  }),
  row('authorize: GET alone', async (door) => {
    expect((await door.visitor().post(`/oauth2/authorize?${asking(door.web)}`, {})).status).toBe(405);
  }),
  row('authorize: identity_provider that the client does not have is invalid_request', async (door) => {
    await refused(door, { identity_provider: 'Facebook' }, 'invalid_request');
  }),
];
