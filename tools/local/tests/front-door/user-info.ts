import { type Row, source } from '../../testing/conformance';
import { claims, passwordSignIn } from '../gaps/user-pool';
import { ADA, basic, type Door, post, tokensFor } from './door';
import { Visitor } from './visitor';

const row = (name: string, prove: Row<Door>['prove']): Row<Door> => ({
  name,
  source: source.cognitoGuide('userinfo-endpoint'),
  prove,
});

/** What userInfo answers. */
export async function ask({ url }: Door, token: string | undefined) {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/oauth2/userInfo`, { headers });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, challenge: response.headers.get('www-authenticate') ?? '' };
}

const DEAD = 'Access token is expired, disabled, or deleted, or the user has globally signed out.';

export const userInfoRows: Row<Door>[] = [
  row('userInfo: sub, username and the attributes of the scopes, all as strings', async (door) => {
    const tokens = await tokensFor(door, door.web, { scope: 'openid email' });
    const sub = claims(tokens['id_token']!)['sub'];
    const { body, status } = await ask(door, tokens['access_token']);
    expect([status, body]).toEqual([200, { sub, username: sub, email: ADA, email_verified: 'true' }]);
  }),
  row('userInfo: openid alone brings every attribute that the client may read', async (door) => {
    const tokens = await tokensFor(door, door.web, { scope: 'openid' });
    expect((await ask(door, tokens['access_token'])).body).toMatchObject({ email: ADA, given_name: 'Ada' });
  }),
  row('userInfo: without a token: 400, invalid_request', async (door) => {
    const { challenge, status } = await ask(door, undefined);
    expect([status, challenge]).toEqual([
      400,
      'Bearer error="invalid_request", error_description="Bad OAuth2 request at UserInfo Endpoint"',
    ]);
  }),
  row('userInfo: an access token without openid, as of the API, is invalid_token', async (door) => {
    const { AuthenticationResult } = await passwordSignIn(door.aws, door.web.id, ADA);
    const { challenge, status } = await ask(door, AuthenticationResult.AccessToken);
    expect([status, challenge]).toEqual([
      401,
      'Bearer error="invalid_token", error_description="Access token does not contain openid scope"',
    ]);
  }),
  row('userInfo: an ID token, a forged token, a machine’s token are invalid_token', async (door) => {
    const { id_token = '', access_token = '' } = await tokensFor(door);
    const form = { grant_type: 'client_credentials' };
    const { body } = await post(`${door.url}/oauth2/token`, form, basic(door.machine));
    const forged = `${access_token.slice(0, -4)}AAAA`;
    for (const token of [id_token, forged, body['access_token'], 'nonsense']) {
      expect((await ask(door, token)).status).toBe(401);
    }
  }),
  row('userInfo: an expired token is invalid_token', async (door) => {
    const { access_token = '' } = await tokensFor(door);
    const old = { ...claims(access_token), exp: Math.floor(Date.now() / 1000) - 1 };
    const { token } = await door.emulator.internal<{ token: string }>('sign-token', {
      poolId: door.poolId,
      claims: old,
    });
    const { challenge, status } = await ask(door, token);
    expect([status, challenge]).toEqual([401, `Bearer error="invalid_token", error_description="${DEAD}"`]);
  }),
  row('userInfo: after GlobalSignOut the token is invalid_token', async (door) => {
    const { access_token: AccessToken } = await tokensFor(door);
    await door.aws.publicIdp('GlobalSignOut', { AccessToken });
    expect((await ask(door, AccessToken)).status).toBe(401);
  }),
  row('userInfo: a token of another user pool is invalid_token', async (door) => {
    const url = door.front.urlOf(door.otherPoolId);
    const { access_token } = await tokensFor({ ...door, url, visitor: () => new Visitor(url) }, door.foreign);
    expect((await ask(door, access_token)).status).toBe(401);
  }),
];
