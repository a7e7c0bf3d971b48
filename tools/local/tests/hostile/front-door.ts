import { source } from '../../testing/conformance';
import { asking, basic, CALLBACK, type Client, codeFor, pkce, post, signIn, tokensFor } from '../front-door/door';
import { claims } from '../gaps/user-pool';
import { withClaims } from '../gaps/forge';
import { type Attack } from './row';
import { type Targets } from './targets';

const guide = (page: string) => source.cognitoGuide(page);

/** A redirect that is not registered: an error page of ours, so that no code and no browser goes there. */
const notSentTo = (redirect_uri: string): Attack => ({
  name: `authorize: never redirects to ${redirect_uri.replace(/[\r\n]/g, '␤')}`,
  source: guide('authorization-endpoint'),
  prove: async ({ door }) => {
    const { location, status } = await door.visitor().get(`/oauth2/authorize?${asking(door.web, { redirect_uri })}`);
    expect([status, location]).toEqual([302, expect.stringMatching(/^\/error\?error=redirect_mismatch&client_id=/)]);
  },
});

/** The token endpoint, with what an attacker got hold of. */
const noTokens = (
  name: string,
  attempt: (targets: Targets) => Promise<Record<string, string>>,
  error: string,
  client?: (targets: Targets) => Client,
): Attack => ({
  name: `token: ${name}`,
  source: guide('token-endpoint'),
  prove: async (targets) => {
    const form = await attempt(targets);
    const headers = client ? basic(client(targets)) : {};
    const { body, status } = await post(`${targets.door.url}/oauth2/token`, form, headers);
    expect([status, body]).toEqual([400, { error }]);
  },
});

const redeeming = (code: string, client_id: string) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: CALLBACK,
  client_id,
});

/** userInfo, with a token that it must not take. */
const noUserInfo = (name: string, tokenOf: (targets: Targets) => Promise<string>): Attack => ({
  name: `userInfo: ${name}`,
  source: guide('userinfo-endpoint'),
  prove: async (targets) => {
    const headers = { Authorization: `Bearer ${await tokenOf(targets)}` };
    const { status } = await fetch(`${targets.door.url}/oauth2/userInfo`, { headers });
    expect(status).toBe(401);
  },
});

/** Sign-in pages and OAuth endpoints. */
export const frontDoorAttacks: readonly Attack[] = [
  ...[
    'https://evil.example/callback',
    'http://localhost:3000/callback/',
    'http://localhost:3000/callback/../evil',
    'http://localhost:3000/callback?next=evil',
    'http://localhost:3000/callback#evil',
    'http://localhost:3000@evil.example/callback',
    'http://localhost:3000.evil.example/callback',
    'http://LOCALHOST:3000/callback',
    'https://localhost:3000/callback',
    'http://localhost:3001/callback',
    '//evil.example',
    'javascript:alert(1)',
    'http://localhost:3000/callback\r\nSet-Cookie: cognito=x',
  ].map(notSentTo),
  ...['https://evil.example/', '//evil.example', 'http://localhost:3000/other'].map((logout_uri): Attack => ({
    name: `logout: never redirects to ${logout_uri}`,
    source: guide('logout-endpoint'),
    prove: async ({ door }) => {
      const query = new URLSearchParams({ client_id: door.web.id, logout_uri });
      const { location } = await door.visitor().get(`/logout?${query.toString()}`);
      expect(location).not.toContain('evil');
      expect(location).toMatch(/^\/error/);
    },
  })),
  {
    name: 'authorize: a state that breaks lines stays in the query',
    source: guide('authorization-endpoint'),
    prove: async ({ door }) => {
      const state = 'x\r\nSet-Cookie: cognito=stolen';
      const { headers, params } = await signIn(door.visitor(), asking(door.web, { state }));
      expect(params.get('state')).toBe(state);
      expect(headers.getSetCookie().join()).not.toContain('stolen');
    },
  },
  {
    name: 'The session of another pool’s pages signs nobody in',
    source: guide('managed-login'),
    prove: async ({ door }) => {
      const visitor = door.visitor();
      await signIn(visitor, asking(door.web));
      const cookie = `cognito=${visitor.cookies.get('cognito')}`;
      const url = `${door.front.urlOf(door.otherPoolId)}/oauth2/authorize?${asking(door.foreign)}`;
      const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
      expect(response.headers.get('location')).toMatch(/^\/login\?/);
    },
  },
  {
    name: 'A session that an attacker made up signs nobody in',
    source: guide('managed-login'),
    prove: async ({ door }) => {
      const visitor = door.visitor();
      visitor.cookies.set('cognito', 'x'.repeat(43));
      expect((await visitor.get(`/oauth2/authorize?${asking(door.web)}`)).location).toMatch(/^\/login\?/);
    },
  },
  noTokens(
    'a code used again',
    async ({ door }) => {
      const form = redeeming(await codeFor(door, door.web), door.web.id);
      await post(`${door.url}/oauth2/token`, form);
      return form;
    },
    'invalid_grant',
  ),
  noTokens(
    'a code of a client with a secret, by one without',
    async ({ door }) => redeeming(await codeFor(door, door.server), door.web.id),
    'invalid_grant',
  ),
  noTokens(
    'a stolen code without the verifier',
    async ({ door }) => {
      const asked = { code_challenge: pkce().challenge, code_challenge_method: 'S256' };
      return redeeming(await codeFor(door, door.web, asked), door.web.id);
    },
    'invalid_grant',
  ),
  noTokens(
    'a stolen code with a verifier of the attacker',
    async ({ door }) => {
      const asked = { code_challenge: pkce().challenge, code_challenge_method: 'S256' };
      return { ...redeeming(await codeFor(door, door.web, asked), door.web.id), code_verifier: pkce().verifier };
    },
    'invalid_grant',
  ),
  noTokens(
    'an empty secret of a client that has one',
    async ({ door }) => ({ ...redeeming(await codeFor(door, door.server), door.server.id), client_secret: '' }),
    'invalid_client',
  ),
  noTokens(
    'a refresh token of another client',
    async ({ door }) => ({
      grant_type: 'refresh_token',
      refresh_token: String((await tokensFor(door)).refresh_token),
    }),
    'invalid_grant',
    ({ door }) => door.server,
  ),
  noTokens(
    'a refresh token of another user pool',
    async (targets) => ({
      grant_type: 'refresh_token',
      client_id: targets.door.web.id,
      refresh_token: targets.mine.app!,
    }),
    'invalid_grant',
  ),
  noTokens(
    'scopes of another machine',
    () => Promise.resolve({ grant_type: 'client_credentials', scope: 'reports/read admin/all' }),
    'invalid_scope',
    ({ door }) => door.machine,
  ),
  noTokens(
    'scopes of people, by a machine',
    () => Promise.resolve({ grant_type: 'client_credentials', scope: 'openid aws.cognito.signin.user.admin' }),
    'invalid_scope',
    ({ door }) => door.machine,
  ),
  noUserInfo('an ID token', async ({ door }) => String((await tokensFor(door)).id_token)),
  noUserInfo('a token with another sub', async ({ door }) => {
    const { access_token } = await tokensFor(door);
    return withClaims(String(access_token), { sub: claims(String(access_token)).sub + 'x' });
  }),
  noUserInfo('a token after revoke', async ({ door }) => {
    const { access_token, refresh_token } = await tokensFor(door);
    await post(`${door.url}/oauth2/revoke`, { token: String(refresh_token), client_id: door.web.id });
    return String(access_token);
  }),
];
