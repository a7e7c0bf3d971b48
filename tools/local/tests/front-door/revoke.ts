import { type Row, source } from '../../testing/conformance';
import { basic, type Door, post, tokensFor } from './door';
import { ask } from './user-info';

const row = (name: string, prove: Row<Door>['prove']): Row<Door> => ({
  name,
  source: source.cognitoGuide('revocation-endpoint'),
  prove,
});

export const revokeRows: Row<Door>[] = [
  row('revoke: a refresh token, and the access tokens that came of it', async (door) => {
    const { access_token, refresh_token = '' } = await tokensFor(door);
    const { body, status } = await post(`${door.url}/oauth2/revoke`, { token: refresh_token, client_id: door.web.id });
    expect([status, body]).toEqual([200, {}]);
    const form = { grant_type: 'refresh_token', client_id: door.web.id, refresh_token };
    expect((await post(`${door.url}/oauth2/token`, form)).body).toEqual({ error: 'invalid_grant' });
    expect((await ask(door, access_token)).status).toBe(401);
  }),
  row('revoke: 200 for a token that is dead or unknown', async (door) => {
    const { refresh_token = '' } = await tokensFor(door);
    const send = (token: string) => post(`${door.url}/oauth2/revoke`, { token, client_id: door.web.id });
    await send(refresh_token);
    expect([(await send(refresh_token)).status, (await send('unknown')).status]).toEqual([200, 200]);
  }),
  row('revoke: other sign-ins live on', async (door) => {
    const [one, two] = [await tokensFor(door), await tokensFor(door)];
    await post(`${door.url}/oauth2/revoke`, { token: one['refresh_token']!, client_id: door.web.id });
    expect((await ask(door, two['access_token'])).status).toBe(200);
  }),
  row('revoke: an access token is unsupported_token_type', async (door) => {
    const { access_token = '' } = await tokensFor(door);
    const { body, status } = await post(`${door.url}/oauth2/revoke`, { token: access_token, client_id: door.web.id });
    expect([status, body]).toEqual([400, { error: 'unsupported_token_type' }]);
  }),
  row('revoke: without a token invalid_request; for a wrong secret 401, invalid_client', async (door) => {
    const none = await post(`${door.url}/oauth2/revoke`, { client_id: door.web.id });
    expect([none.status, none.body]).toEqual([400, { error: 'invalid_request' }]);
    const wrong = await post(`${door.url}/oauth2/revoke`, { token: 'x' }, basic({ ...door.server, secret: 'wrong' }));
    expect([wrong.status, wrong.body]).toEqual([401, { error: 'invalid_client' }]);
  }),
  row('revoke: a token of another client stays', async (door) => {
    const { access_token, refresh_token = '' } = await tokensFor(door);
    const { status } = await post(`${door.url}/oauth2/revoke`, { token: refresh_token }, basic(door.server));
    expect(status).toBe(400);
    expect((await ask(door, access_token)).status).toBe(200);
  }),
];
