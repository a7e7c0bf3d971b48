import { synth } from '@gatehouse/testing';
import { type AppClientOptions, type ClientSettings, type MachineClientOptions, UserPool } from '../index';

const writtenIn = 'environments/dev.json, clients.app';

function declare(add: 'addAppClient' | 'addMachineClient', settings: ClientSettings) {
  const { resource } = synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read' } });
    users[add]('app', { scopes: [reports.scope('read')], settings });
  });
  return resource.aws_cognito_user_pool_client?.app;
}

const app = (settings: ClientSettings) => declare('addAppClient', settings);
const machine = (settings: ClientSettings) => declare('addMachineClient', settings);
const callbackUrls = ['https://app.example.com/callback'];
const read = '${aws_cognito_resource_server.reports.identifier}/read';

describe('a client of people', () => {
  it('signs them in on pages, with its scopes, where there is a URL to return to', () => {
    const logoutUrls = ['https://app.example.com/'];

    expect(app({ callbackUrls, logoutUrls, tokenValidity: { accessMinutes: 5 } })).toMatchObject({
      generate_secret: false,
      explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows: ['code'],
      allowed_oauth_scopes: [read],
      callback_urls: callbackUrls,
      logout_urls: logoutUrls,
      access_token_validity: 5,
    });
  });

  it('has neither pages nor scopes without such a URL', () => {
    expect(app({ authFlows: { userPassword: true }, callbackUrls: [] })).toMatchObject({
      explicit_auth_flows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows_user_pool_client: false,
      allowed_oauth_scopes: [],
    });
  });

  it.each([{}, { authFlows: { userSrp: false } }, { callbackUrls: [] }])(
    'fails with no way to sign in: %j',
    (given) => {
      expect(() => app({ ...given, writtenIn })).toThrow(
        'test/users, client app, authFlows (environments/dev.json, clients.app): expected a way for people to sign in: userSrp or userPassword, or callbackUrls for the sign-in pages, found ',
      );
    },
  );

  it('fails without a place when the settings are in code', () => {
    expect(() => app({})).toThrow('test/users, client app, authFlows: expected a way for people to sign in');
  });
});

describe('what is the same in all environments', () => {
  const inCode = (options: Partial<AppClientOptions>, settings: ClientSettings = { callbackUrls }) =>
    synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      users.addAppClient('app', { scopes: ['openid'], settings, ...options } as AppClientOptions);
    }).resource.aws_cognito_user_pool_client;

  it('is in code, beside what the file says', () => {
    const settings = { callbackUrls, defaultRedirectUri: callbackUrls[0], authFlows: { userPassword: true } };
    const refreshTokenRotation = { gracePeriodSeconds: 5 };

    expect(
      inCode({ audience: 'mobile', authFlows: { userSrp: true }, refreshTokenRotation }, settings)?.app,
    ).toMatchObject({
      explicit_auth_flows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
      default_redirect_uri: callbackUrls[0],
      refresh_token_rotation: [{ feature: 'ENABLED', retry_grace_period_seconds: 5 }],
    });
  });

  it('may be a secret, but not of a browser', () => {
    const secret = { generation: 2 };
    expect(Object.keys(inCode({ generateSecret: true }, { callbackUrls, secret }) ?? {})).toEqual(['app_2']);
    expect(() => inCode({ audience: 'browser' }, { callbackUrls, secret })).toThrow(
      'test/users/app, secret: expected nothing, because the client has no secret to rotate',
    );
    // @ts-expect-error a browser cannot keep a secret
    const browser: AppClientOptions = {
      scopes: ['openid'],
      settings: { callbackUrls },
      audience: 'browser',
      generateSecret: true,
    };
    expect(() => inCode(browser)).toThrow('expected no secret for a browser');
  });

  it('has scopes of resource servers only, for a machine', () => {
    // @ts-expect-error a machine has no profile to read
    const machine: MachineClientOptions = { scopes: ['openid'], settings: {} };
    expect(machine.scopes).toEqual(['openid']);
  });
});

describe('a client of a machine', () => {
  it('gets tokens with its scopes, by a secret', () => {
    expect(
      machine({ callbackUrls: [], authFlows: { userSrp: false }, tokenValidity: { accessMinutes: 15 } }),
    ).toMatchObject({
      generate_secret: true,
      explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows: ['client_credentials'],
      allowed_oauth_scopes: [read],
      access_token_validity: 15,
    });
  });

  it.each([
    ['addAppClient', app],
    ['addMachineClient', machine],
  ])('fails without settings, with what to write: %s', (method, declared) => {
    expect(() => declared(undefined as never)).toThrow(
      'test/users, client app, settings: expected scopes, and settings, which say what differs of it between environments, ' +
        `found nothing. Write ${method}('app', { scopes: [...], settings: this.clientSettings('app') }).`,
    );
  });

  it.each<[keyof ClientSettings, ClientSettings]>([
    ['authFlows', { authFlows: { userSrp: true } }],
    ['callbackUrls', { callbackUrls }],
    ['logoutUrls', { logoutUrls: callbackUrls }],
  ])('fails with what only people use: %s', (field, settings) => {
    expect(() => machine({ ...settings, writtenIn })).toThrow(
      `test/users, client app, ${field} (environments/dev.json, clients.app): expected nothing, because it is a machine client and no person signs in to it, found ${JSON.stringify(settings[field])}. Remove it (write null to remove an inherited one), or declare the client with addAppClient.`,
    );
  });
});
