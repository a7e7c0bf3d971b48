import { type Row, source } from '../../testing/conformance';
import { claims, passwordSignIn } from '../gaps/user-pool';
import { ADA, asking, basic, CALLBACK, type Door, post, signIn, tokensFor } from './door';
import { Visitor } from './visitor';

const rowOf =
  (page: string) =>
  (name: string, prove: Row<Door>['prove'], differs?: string): Row<Door> => ({
    name,
    source: source.cognitoGuide(page),
    prove,
    ...(differs !== undefined && { differs }),
  });

const discovery = rowOf('federation-endpoints');
const userInfo = rowOf('userinfo-endpoint');
const revocation = rowOf('revocation-endpoint');
const logout = rowOf('logout-endpoint');

const read = async ({ url }: Door, path: string) => {
  const response = await fetch(url + path);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};

async function ask({ url }: Door, token: string | undefined) {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/oauth2/userInfo`, { headers });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, challenge: response.headers.get('www-authenticate') ?? '' };
}

const DEAD = 'Access token is expired, disabled, or deleted, or the user has globally signed out.';

export const discoveryRows: Row<Door>[] = [
  discovery(
    'openid-configuration: AWS’s issuer, endpoints of this machine, silent about PKCE',
    async (door) => {
      const { body, headers } = await read(door, `/${door.poolId}/.well-known/openid-configuration`);
      expect(body).toEqual({
        issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${door.poolId}`,
        authorization_endpoint: `${door.url}/oauth2/authorize`,
        token_endpoint: `${door.url}/oauth2/token`,
        userinfo_endpoint: `${door.url}/oauth2/userInfo`,
        revocation_endpoint: `${door.url}/oauth2/revoke`,
        end_session_endpoint: `${door.url}/logout`,
        jwks_uri: `${door.url}/${door.poolId}/.well-known/jwks.json`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code', 'token'],
        scopes_supported: ['openid', 'email', 'phone', 'profile'],
        subject_types_supported: ['public'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      });
      expect(headers.get('access-control-allow-origin')).toBe('*');
    },
    'the endpoints and jwks_uri are on this machine, where AWS names those of the domain and the issuer',
  ),
  discovery('jwks.json: two keys, for scripts of any origin', async (door) => {
    const { body, headers } = await read(door, `/${door.poolId}/.well-known/jwks.json`);
    const key = { alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig', kid: expect.any(String), n: expect.any(String) };
    expect(body).toEqual({ keys: [key, key] });
    expect(headers.get('access-control-allow-origin')).toBe('*');
  }),
  discovery('discovery: nothing of another user pool', async (door) => {
    expect((await fetch(`${door.url}/${door.otherPoolId}/.well-known/jwks.json`)).status).toBe(404);
  }),
  discovery(
    'domain: a user pool without a domain has its endpoints too',
    async (door) => {
      const { body } = await read(door, `/${door.poolId}/.well-known/openid-configuration`);
      expect(body['token_endpoint']).toBe(`${door.url}/oauth2/token`);
    },
    'without them machines would get no tokens in local, where no domain is needed',
  ),
];

export const userInfoRows: Row<Door>[] = [
  userInfo('userInfo: sub, username and the attributes of the scopes, all as strings', async (door) => {
    const tokens = await tokensFor(door, door.web, { scope: 'openid email' });
    const sub = claims(tokens['id_token']!)['sub'];
    const { body, status } = await ask(door, tokens['access_token']);
    expect([status, body]).toEqual([200, { sub, username: sub, email: ADA, email_verified: 'true' }]);
  }),
  userInfo('userInfo: openid alone brings every attribute that the client may read', async (door) => {
    const tokens = await tokensFor(door, door.web, { scope: 'openid' });
    expect((await ask(door, tokens['access_token'])).body).toMatchObject({ email: ADA, given_name: 'Ada' });
  }),
  userInfo('userInfo: without a token: 400, invalid_request', async (door) => {
    const { challenge, status } = await ask(door, undefined);
    expect([status, challenge]).toEqual([
      400,
      'Bearer error="invalid_request", error_description="Bad OAuth2 request at UserInfo Endpoint"',
    ]);
  }),
  userInfo('userInfo: an access token without openid, as of the API, is invalid_token', async (door) => {
    const { AuthenticationResult } = await passwordSignIn(door.aws, door.web.id, ADA);
    const { challenge, status } = await ask(door, AuthenticationResult.AccessToken);
    expect([status, challenge]).toEqual([
      401,
      'Bearer error="invalid_token", error_description="Access token does not contain openid scope"',
    ]);
  }),
  userInfo('userInfo: an ID token, a forged token, a machine’s token are invalid_token', async (door) => {
    const { id_token = '', access_token = '' } = await tokensFor(door);
    const form = { grant_type: 'client_credentials' };
    const { body } = await post(`${door.url}/oauth2/token`, form, basic(door.machine));
    const forged = `${access_token.slice(0, -4)}AAAA`;
    for (const token of [id_token, forged, body['access_token'], 'nonsense']) {
      expect((await ask(door, token)).status).toBe(401);
    }
  }),
  userInfo('userInfo: an expired token is invalid_token', async (door) => {
    const { access_token = '' } = await tokensFor(door);
    const old = { ...claims(access_token), exp: Math.floor(Date.now() / 1000) - 1 };
    const { token } = await door.emulator.internal<{ token: string }>('sign-token', {
      poolId: door.poolId,
      claims: old,
    });
    const { challenge, status } = await ask(door, token);
    expect([status, challenge]).toEqual([401, `Bearer error="invalid_token", error_description="${DEAD}"`]);
  }),
  userInfo('userInfo: after GlobalSignOut the token is invalid_token', async (door) => {
    const { access_token: AccessToken } = await tokensFor(door);
    await door.aws.publicIdp('GlobalSignOut', { AccessToken });
    expect((await ask(door, AccessToken)).status).toBe(401);
  }),
  userInfo('userInfo: a token of another user pool is invalid_token', async (door) => {
    const url = door.front.urlOf(door.otherPoolId);
    const { access_token } = await tokensFor({ ...door, url, visitor: () => new Visitor(url) }, door.foreign);
    expect((await ask(door, access_token)).status).toBe(401);
  }),
];

export const revokeRows: Row<Door>[] = [
  revocation('revoke: a refresh token, and the access tokens that came of it', async (door) => {
    const { access_token, refresh_token = '' } = await tokensFor(door);
    const { body, status } = await post(`${door.url}/oauth2/revoke`, { token: refresh_token, client_id: door.web.id });
    expect([status, body]).toEqual([200, {}]);
    const form = { grant_type: 'refresh_token', client_id: door.web.id, refresh_token };
    expect((await post(`${door.url}/oauth2/token`, form)).body).toEqual({ error: 'invalid_grant' });
    expect((await ask(door, access_token)).status).toBe(401);
  }),
  revocation('revoke: 200 for a token that is dead or unknown', async (door) => {
    const { refresh_token = '' } = await tokensFor(door);
    const send = (token: string) => post(`${door.url}/oauth2/revoke`, { token, client_id: door.web.id });
    await send(refresh_token);
    expect([(await send(refresh_token)).status, (await send('unknown')).status]).toEqual([200, 200]);
  }),
  revocation('revoke: other sign-ins live on', async (door) => {
    const [one, two] = [await tokensFor(door), await tokensFor(door)];
    await post(`${door.url}/oauth2/revoke`, { token: one['refresh_token']!, client_id: door.web.id });
    expect((await ask(door, two['access_token'])).status).toBe(200);
  }),
  revocation('revoke: an access token is unsupported_token_type', async (door) => {
    const { access_token = '' } = await tokensFor(door);
    const { body, status } = await post(`${door.url}/oauth2/revoke`, { token: access_token, client_id: door.web.id });
    expect([status, body]).toEqual([400, { error: 'unsupported_token_type' }]);
  }),
  revocation('revoke: without a token invalid_request; for a wrong secret 401, invalid_client', async (door) => {
    const none = await post(`${door.url}/oauth2/revoke`, { client_id: door.web.id });
    expect([none.status, none.body]).toEqual([400, { error: 'invalid_request' }]);
    const wrong = await post(`${door.url}/oauth2/revoke`, { token: 'x' }, basic({ ...door.server, secret: 'wrong' }));
    expect([wrong.status, wrong.body]).toEqual([401, { error: 'invalid_client' }]);
  }),
  revocation('revoke: a token of another client stays', async (door) => {
    const { access_token, refresh_token = '' } = await tokensFor(door);
    const { status } = await post(`${door.url}/oauth2/revoke`, { token: refresh_token }, basic(door.server));
    expect(status).toBe(400);
    expect((await ask(door, access_token)).status).toBe(200);
  }),
];

const OUT = 'http://localhost:3000/';
const signOut = (door: Door, query: Record<string, string>) =>
  door.visitor().get(`/logout?${new URLSearchParams(query).toString()}`);

export const logoutRows: Row<Door>[] = [
  logout('logout: ends the session, and goes to a registered sign-out URL', async (door) => {
    const visitor = door.visitor();
    await signIn(visitor, asking(door.web));
    const old = visitor.cookies.get('cognito')!;
    const { location, status } = await visitor.get(`/logout?client_id=${door.web.id}&logout_uri=${OUT}`);
    expect([status, location, visitor.cookies.has('cognito')]).toEqual([302, OUT, false]);
    visitor.cookies.set('cognito', old);
    expect((await visitor.get(`/oauth2/authorize?${asking(door.web)}`)).location).toMatch(/^\/login\?/);
  }),
  logout('logout: logout_uri must be registered; else an error page', async (door) => {
    for (const logout_uri of ['https://evil.example', `${OUT}x`, CALLBACK]) {
      expect((await signOut(door, { client_id: door.web.id, logout_uri })).location).toMatch(/^\/error\?/);
    }
  }),
  logout('logout: with redirect_uri on to the sign-in page; logout_uri wins', async (door) => {
    const query = Object.fromEntries(new URLSearchParams(asking(door.web)));
    expect((await signOut(door, query)).location).toBe(`/login?${asking(door.web)}`);
    expect((await signOut(door, { ...query, logout_uri: OUT })).location).toBe(OUT);
    expect((await signOut(door, { ...query, redirect_uri: 'https://evil.example' })).location).toMatch(/^\/error\?/);
  }),
  logout('logout: an error page without client_id, or without either URL', async (door) => {
    expect((await signOut(door, { logout_uri: OUT })).location).toMatch(/^\/error\?/);
    expect((await signOut(door, { client_id: door.web.id })).location).toMatch(/^\/error\?/);
  }),
  logout(
    'logout: sessions of other user pools in the same browser stay',
    async (door) => {
      const visitor = door.visitor();
      const other = new Visitor(door.front.urlOf(door.otherPoolId));
      await signIn(visitor, asking(door.web));
      other.cookies.set('cognito', visitor.cookies.get('cognito')!);
      await signIn(other, asking(door.foreign));
      visitor.cookies.set('cognito', other.cookies.get('cognito')!);
      await visitor.get(`/logout?client_id=${door.web.id}&logout_uri=${OUT}`);
      other.cookies.set('cognito', visitor.cookies.get('cognito')!);
      expect((await other.get(`/oauth2/authorize?${asking(door.foreign)}`)).params.has('code')).toBe(true);
    },
    'a port is no domain of its own for cookies, so one cookie has the sessions of all pools',
  ),
];
