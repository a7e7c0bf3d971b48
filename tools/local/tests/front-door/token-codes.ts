import { type Row, source } from '../../testing/conformance';
import { claims } from '../gaps/user-pool';
import {
  asking,
  basic,
  CALLBACK,
  type Client,
  codeFor,
  type Door,
  makeClient,
  pkce,
  post,
  signIn,
  tokensFor,
} from './door';
import { fails, token } from './token-helpers';

const row = (name: string, prove: Row<Door>['prove'], page = 'token-endpoint', differs?: string): Row<Door> => ({
  name,
  source: source.cognitoGuide(page),
  prove,
  ...(differs !== undefined && { differs }),
});

const redeem = (door: Door, code: string, more: Record<string, string> = {}, client: Client = door.web) =>
  token(door, { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: client.id, ...more });

export const codeRows: Row<Door>[] = [
  row('token: a code brings ID, access and refresh token', async (door) => {
    const { body, headers, status } = await redeem(door, await codeFor(door, door.web, { scope: 'openid email' }));
    expect([status, Object.keys(body).sort()]).toEqual([
      200,
      ['access_token', 'expires_in', 'id_token', 'refresh_token', 'token_type'],
    ]);
    expect([body['token_type'], body['expires_in']]).toEqual(['Bearer', 3600]);
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(headers.get('cache-control')).toContain('no-store');
  }),
  row('token: without openid no ID token', async (door) => {
    const { body } = await redeem(door, await codeFor(door, door.web, { scope: 'reports/read' }));
    expect([body['id_token'], claims(body['access_token']!)['scope']]).toEqual([undefined, 'reports/read']);
  }),
  row('token: without a scope all of the client’s', async (door) => {
    const { body } = await redeem(door, await codeFor(door, door.web));
    expect(String(claims(body['access_token']!)['scope']).split(' ').sort()).toEqual(
      ['aws.cognito.signin.user.admin', 'email', 'openid', 'profile', 'reports/read'].sort(),
    );
  }),
  row('token: the ID token has the nonce, at_hash and attributes of the scopes', async (door) => {
    const tokens = await tokensFor(door, door.web, { scope: 'openid email', nonce: 'n-1' });
    const id = claims(tokens['id_token']!);
    expect(id).toMatchObject({ nonce: 'n-1', email: 'ada@example.com', email_verified: true, aud: door.web.id });
    expect([typeof id['at_hash'], id['given_name'], id['token_use']]).toEqual(['string', undefined, 'id']);
  }),
  row(
    'token: access tokens of these endpoints have version 2',
    async (door) => {
      const access = claims((await tokensFor(door))['access_token']!);
      expect([access['version'], access['client_id'], access['aud']]).toEqual([2, door.web.id, undefined]);
    },
    'amazon-cognito-user-pools-using-the-access-token',
  ),
  row(
    'token: resource is the audience of the access token',
    async (door) => {
      const tokens = await tokensFor(door, door.web, { resource: 'https://api.example.com' });
      expect(claims(tokens['access_token']!)['aud']).toBe('https://api.example.com');
      const next = await token(door, {
        grant_type: 'refresh_token',
        client_id: door.web.id,
        refresh_token: tokens['refresh_token']!,
      });
      expect(claims(next.body['access_token']!)['aud']).toBe('https://api.example.com');
    },
    'authorization-endpoint',
  ),
  row('token: a code is good once; its second use ends what the first one brought', async (door) => {
    const code = await codeFor(door, door.web);
    const { body } = await redeem(door, code);
    await fails(redeem(door, code), 'invalid_grant');
    const refresh_token = body['refresh_token']!;
    await fails(token(door, { grant_type: 'refresh_token', client_id: door.web.id, refresh_token }), 'invalid_grant');
  }),
  row(
    'token: the terminal says why a request was refused, the client gets the code alone',
    async (door) => {
      const code = await codeFor(door, door.web);
      await redeem(door, code);
      door.refusals.length = 0;
      await fails(redeem(door, code), 'invalid_grant');
      await fails(redeem(door, 'x'), 'invalid_grant');
      expect(door.refusals).toEqual([
        'POST /oauth2/token: the code was used before; the tokens that it brought are revoked',
        `POST /oauth2/token: client ${door.web.id} has no such code`,
      ]);
    },
    'token-endpoint',
    'AWS prints nothing',
  ),
  row('token: an unknown code is invalid_grant', async (door) => {
    await fails(redeem(door, '7b1d5a6e-0000-4000-8000-000000000000'), 'invalid_grant');
  }),
  row('token: a code is for the client that it was made for', async (door) => {
    const code = await codeFor(door, door.web);
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK };
    await fails(token(door, form, basic(door.server)), 'invalid_grant');
    expect((await redeem(door, code)).status).toBe(200);
  }),
  row('token: a code is no code in another user pool', async (door) => {
    const code = await codeFor(door, door.web);
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: door.foreign.id };
    await fails(post(`${door.front.urlOf(door.otherPoolId)}/oauth2/token`, form), 'invalid_grant');
  }),
  row('token: redirect_uri must be that of the code', async (door) => {
    await fails(redeem(door, await codeFor(door, door.web), { redirect_uri: 'myapp://back' }), 'unauthorized_client');
  }),
  row(
    'token: PKCE: the verifier of the challenge',
    async (door) => {
      const { challenge, verifier } = pkce();
      const asked = { code_challenge: challenge, code_challenge_method: 'S256' };
      const { status } = await redeem(door, await codeFor(door, door.web, asked), { code_verifier: verifier });
      expect(status).toBe(200);
      await fails(redeem(door, await codeFor(door, door.web, asked)), 'invalid_grant');
      await fails(redeem(door, await codeFor(door, door.web, asked), { code_verifier: challenge }), 'invalid_grant');
      const other = pkce().verifier;
      await fails(redeem(door, await codeFor(door, door.web, asked), { code_verifier: other }), 'invalid_grant');
    },
    'using-pkce-in-authorization-code',
  ),
  row(
    'token: after a wrong verifier the code is gone',
    async (door) => {
      const { challenge, verifier } = pkce();
      const code = await codeFor(door, door.web, { code_challenge: challenge, code_challenge_method: 'S256' });
      await fails(redeem(door, code, { code_verifier: 'wrong' }), 'invalid_grant');
      await fails(redeem(door, code, { code_verifier: verifier }), 'invalid_grant');
    },
    'using-pkce-in-authorization-code',
  ),
  row(
    'token: a verifier without a challenge is refused',
    async (door) => {
      const form = { code_verifier: pkce().verifier };
      await fails(redeem(door, await codeFor(door, door.web), form), 'invalid_grant');
    },
    'using-pkce-in-authorization-code',
    'AWS is silent; RFC 9700, section 2.1.1, asks for it, against a challenge that was removed on the way',
  ),
  row('token: a client with a secret shows it by header or in the form', async (door) => {
    const { id: client_id, secret: client_secret } = door.server;
    const form = async () => ({
      grant_type: 'authorization_code',
      code: await codeFor(door, door.server),
      redirect_uri: CALLBACK,
    });
    expect((await token(door, await form(), basic(door.server))).status).toBe(200);
    expect((await token(door, { ...(await form()), client_id, client_secret })).status).toBe(200);
    await fails(token(door, { ...(await form()), client_id }), 'invalid_client');
    await fails(token(door, await form(), basic({ id: client_id, secret: 'wrong' })), 'invalid_client');
  }),
  row('token: a scope whose attributes the client may not read is invalid_grant', async (door) => {
    const client = await makeClient(door.aws, door.poolId, 'reader', {
      ...{ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] },
      ...{ AllowedOAuthScopes: ['openid', 'email'], ReadAttributes: ['email'] },
      ...{ CallbackURLs: [CALLBACK], SupportedIdentityProviders: ['COGNITO'] },
    });
    await fails(redeem(door, await codeFor(door, client), {}, client), 'invalid_grant');
    expect((await redeem(door, await codeFor(door, client, { scope: 'openid' }), {}, client)).status).toBe(200);
  }),
  row('token: unauthorized_client for a client without the code grant', async (door) => {
    const form = { grant_type: 'authorization_code', code: 'x', redirect_uri: CALLBACK };
    await fails(token(door, form, basic(door.machine)), 'unauthorized_client');
  }),
  row('token: a code of a person who was disabled meanwhile is invalid_grant', async (door) => {
    const code = await codeFor(door, door.web);
    const user = { UserPoolId: door.poolId, Username: 'ada@example.com' };
    await door.aws.idp('AdminDisableUser', user);
    const answer = redeem(door, code);
    await fails(answer, 'invalid_grant');
    await door.aws.idp('AdminEnableUser', user);
  }),
  row(
    'logout: leaves codes and tokens as they are',
    async (door) => {
      const visitor = door.visitor();
      const { params } = await signIn(visitor, asking(door.web));
      await visitor.get(`/logout?client_id=${door.web.id}&logout_uri=http://localhost:3000/`);
      expect((await redeem(door, params.get('code')!)).status).toBe(200);
    },
    'logout-endpoint',
  ),
];
