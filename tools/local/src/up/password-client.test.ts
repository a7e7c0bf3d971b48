import { type UserPoolClient } from '@gatehouse/surface';
import { aMachineClient, aPool, poolId } from '../gateway/testing/surface';
import { findPasswordClient, secretHash } from './password-client';

const client = (id: string, authFlows: string[], changes: Partial<UserPoolClient> = {}) =>
  aMachineClient({ id, name: id, authFlows, hasSecret: false, oauthFlows: [], ...changes });

const find = (...clients: UserPoolClient[]) =>
  findPasswordClient({ clients }, aPool(), () => Promise.resolve('the secret'));

describe('the client that people sign in by', () => {
  const admin = client('admin', ['ALLOW_ADMIN_USER_PASSWORD_AUTH']);
  const withSecret = client('server', ['ALLOW_USER_PASSWORD_AUTH'], { hasSecret: true });
  const browser = client('browser', ['ALLOW_REFRESH_TOKEN_AUTH', 'USER_PASSWORD_AUTH']);

  it('is one that a browser can use, before one with a secret, before one of a backend', async () => {
    expect(await find(admin, withSecret, browser)).toEqual({ client: browser, admin: false });
    expect(await find(admin, withSecret)).toEqual({ client: withSecret, admin: false, secret: 'the secret' });
    expect(await find(admin)).toEqual({ client: admin, admin: true });
  });

  it('is none where no client of the pool takes a password', async () => {
    expect(await find(client('srp', ['ALLOW_USER_SRP_AUTH']), aMachineClient())).toBeUndefined();
    expect(await find({ ...browser, userPoolId: `${poolId}x` })).toBeUndefined();
  });

  it('proves its secret as AWS documents', () => {
    expect(secretHash({ client: withSecret, secret: 'the secret', admin: false }, 'ada')).toBe(
      'csWYMn3U9tM7EF4PZN5/oxwrpYInKMwTADqfkx33ZaE=',
    );
    expect(secretHash({ client: browser, admin: false }, 'ada')).toBeUndefined();
  });
});
