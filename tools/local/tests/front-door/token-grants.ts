import { type Row, source } from '../../testing/conformance';
import { claims, passwordSignIn } from '../gaps/user-pool';
import { ADA, basic, CALLBACK, type Door, tokensFor } from './door';
import { fails, token } from './token-helpers';

const row = (name: string, prove: Row<Door>['prove'], page = 'token-endpoint'): Row<Door> => ({
  name,
  source: source.cognitoGuide(page),
  prove,
});

const machine = { grant_type: 'client_credentials' };

export const grantRows: Row<Door>[] = [
  row('token: a refresh token brings new ID and access tokens, no new refresh token', async (door) => {
    const { refresh_token = '', ...first } = await tokensFor(door, door.web, { scope: 'openid reports/read' });
    const form = { grant_type: 'refresh_token', client_id: door.web.id, refresh_token };
    const { body, status } = await token(door, form);
    expect([status, Object.keys(body).sort()]).toEqual([200, ['access_token', 'expires_in', 'id_token', 'token_type']]);
    const [one, two] = [claims(first['access_token']!), claims(body['access_token']!)];
    expect([two['scope'], two['auth_time'], two['origin_jti']]).toEqual([
      one['scope'],
      one['auth_time'],
      one['origin_jti'],
    ]);
  }),
  row('token: a refresh token of the API is refreshed too, in its own scope', async (door) => {
    const { AuthenticationResult } = await passwordSignIn(door.aws, door.web.id, ADA);
    const form = { grant_type: 'refresh_token', client_id: door.web.id };
    const { body, status } = await token(door, { ...form, refresh_token: AuthenticationResult.RefreshToken });
    expect([status, claims(body['access_token']!)['scope']]).toEqual([200, 'aws.cognito.signin.user.admin']);
  }),
  row('token: unauthorized_client and invalid_grant for a client without OAuth', async (door) => {
    const form = { client_id: door.plain.id, refresh_token: 'x', code: 'x', redirect_uri: CALLBACK };
    await fails(token(door, { ...form, grant_type: 'refresh_token' }), 'invalid_grant');
    await fails(token(door, { ...form, grant_type: 'authorization_code' }), 'unauthorized_client');
  }),
  row('token: a refresh token is for its client', async (door) => {
    const { refresh_token = '' } = await tokensFor(door);
    await fails(token(door, { grant_type: 'refresh_token', refresh_token }, basic(door.server)), 'invalid_grant');
  }),
  row('token: an unknown refresh token is invalid_grant, a missing one invalid_request', async (door) => {
    const form = { grant_type: 'refresh_token', client_id: door.web.id };
    await fails(token(door, { ...form, refresh_token: 'x' }), 'invalid_grant');
    await fails(token(door, form), 'invalid_request');
  }),
  row(
    'token: with rotation each refresh brings a new refresh token, and the old one is refused',
    async (door) => {
      const { web } = door;
      const known = { UserPoolId: door.poolId, ClientId: web.id };
      const { UserPoolClient } = await door.aws.idp('DescribeUserPoolClient', known);
      const { refresh_token = '' } = await tokensFor(door);
      const RefreshTokenRotation = { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 };
      const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'];
      await door.aws.idp('UpdateUserPoolClient', { ...UserPoolClient, RefreshTokenRotation, ExplicitAuthFlows });
      const form = { grant_type: 'refresh_token', client_id: web.id };
      const { body } = await token(door, { ...form, refresh_token });
      expect(body['refresh_token']).toBeTruthy();
      await fails(token(door, { ...form, refresh_token }), 'invalid_grant');
      await door.aws.idp('UpdateUserPoolClient', UserPoolClient);
    },
    'amazon-cognito-user-pools-using-the-refresh-token',
  ),
  row('token: client_credentials by header, with the claims of a machine', async (door) => {
    const { body, status } = await token(door, { ...machine, scope: 'reports/read' }, basic(door.machine));
    expect([status, Object.keys(body).sort()]).toEqual([200, ['access_token', 'expires_in', 'token_type']]);
    const found = claims(body['access_token']!);
    expect(found).toEqual({
      sub: door.machine.id,
      client_id: door.machine.id,
      token_use: 'access',
      scope: 'reports/read',
      iss: `https://cognito-idp.eu-west-1.amazonaws.com/${door.poolId}`,
      version: 2,
      ...{ auth_time: expect.any(Number), iat: expect.any(Number), exp: Number(found['iat']) + 3600 },
      jti: expect.any(String),
    });
  }),
  row('token: client_credentials by the form, all scopes where none is named', async (door) => {
    const { id: client_id, secret: client_secret } = door.machine;
    for (const form of [machine, { ...machine, scope: '' }]) {
      const { body } = await token(door, { ...form, client_id, client_secret });
      expect(claims(body['access_token']!)['scope']).toBe('reports/read reports/write');
    }
  }),
  row('token: invalid_client for a wrong secret, an unknown client, none at all', async (door) => {
    await fails(token(door, machine, basic({ ...door.machine, secret: 'wrong' })), 'invalid_client');
    await fails(token(door, machine, basic({ id: 'nobody', secret: 'x' })), 'invalid_client');
    await fails(token(door, machine, { Authorization: 'Basic bm9jb2xvbg==' }), 'invalid_client');
    await fails(token(door, machine), 'invalid_client');
    await fails(token(door, { ...machine, client_id: door.machine.id }), 'invalid_client');
  }),
  row('token: invalid_client where header and form name two clients', async (door) => {
    await fails(token(door, { ...machine, client_id: door.server.id }, basic(door.machine)), 'invalid_client');
  }),
  row('token: a client of another user pool is invalid_client', async (door) => {
    const form = { grant_type: 'refresh_token', client_id: door.foreign.id, refresh_token: 'x' };
    await fails(token(door, form), 'invalid_client');
  }),
  row('token: unauthorized_client for client_credentials of a client that signs people in', async (door) => {
    await fails(token(door, machine, basic(door.server)), 'unauthorized_client');
    await fails(token(door, { ...machine, client_id: door.web.id }), 'unauthorized_client');
  }),
  row('token: invalid_scope for a scope that is not the machine’s', async (door) => {
    await fails(token(door, { ...machine, scope: 'reports/read reports/admin' }, basic(door.machine)), 'invalid_scope');
    await fails(token(door, { ...machine, scope: 'openid' }, basic(door.machine)), 'invalid_scope');
  }),
  row('token: aws_client_metadata is JSON', async (door) => {
    const send = (text: string) => token(door, { ...machine, aws_client_metadata: text }, basic(door.machine));
    expect((await send('{"tenant":"a"}')).status).toBe(200);
    await fails(send('tenant'), 'invalid_request');
  }),
  row('token: unsupported_grant_type', async (door) => {
    await fails(token(door, { grant_type: 'password', client_id: door.web.id }), 'unsupported_grant_type');
  }),
  row('token: invalid_request without a grant type, without a form, with a field twice', async (door) => {
    await fails(token(door, { client_id: door.web.id }), 'invalid_request');
    const send = (body: string, type: string) =>
      fetch(`${door.url}/oauth2/token`, { method: 'POST', body, headers: { 'content-type': type } });
    expect((await send('{"grant_type":"client_credentials"}', 'application/json')).status).toBe(400);
    const twice = 'grant_type=client_credentials&client_id=a&client_id=b';
    expect((await send(twice, 'application/x-www-form-urlencoded')).status).toBe(400);
  }),
  row('token: POST alone', async (door) => {
    expect((await fetch(`${door.url}/oauth2/token`)).status).toBe(405);
  }),
  row('token, userInfo, revoke: CORS for any origin, preflight too', async (door) => {
    for (const path of ['token', 'userInfo', 'revoke']) {
      const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
      const preflight = await fetch(`${door.url}/oauth2/${path}`, { method: 'OPTIONS', headers });
      const answer = await fetch(`${door.url}/oauth2/${path}`, path === 'userInfo' ? {} : { method: 'POST' });
      for (const each of [preflight, answer]) expect(each.headers.get('access-control-allow-origin')).toBe('*');
      expect(preflight.status).toBe(200);
    }
  }),
  row(
    'token: keys of the pool verify every token, machines’ too',
    async (door) => {
      const jwks = await (await fetch(`${door.url}/${door.poolId}/.well-known/jwks.json`)).json();
      const kids = (jwks as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
      const people = await tokensFor(door);
      const { body } = await token(door, machine, basic(door.machine));
      for (const each of [people['id_token']!, people['access_token']!, body['access_token']!]) {
        const header = JSON.parse(Buffer.from(each.split('.')[0]!, 'base64url').toString()) as { kid: string };
        expect(kids).toContain(header.kid);
      }
    },
    'amazon-cognito-user-pools-using-tokens-verifying-a-jwt',
  ),
];
