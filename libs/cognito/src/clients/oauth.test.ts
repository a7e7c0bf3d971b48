import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import {
  type ClientCredentialsGrant,
  type CodeGrant,
  type ServerClientOptions,
  UserPool,
  type UserPoolClientOptions,
} from '../index';

const pool = (stack: TerraformStack) => {
  const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
  const reports = users.addResourceServer('reports', {
    identifier: 'reports',
    scopes: { read: 'Read', write: 'Write' },
  });
  return { users, reports };
};

const client = (options: UserPoolClientOptions) =>
  synth((stack) => pool(stack).users.addClient('app', options)).resource.aws_cognito_user_pool_client?.app;

const code = (options: Partial<CodeGrant> = {}): ServerClientOptions & { oauth: CodeGrant } => ({
  oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://app.example.com/cb'], ...options },
});

const machine = (options: Partial<ClientCredentialsGrant> = {}): ServerClientOptions => ({
  oauth: { grant: 'clientCredentials', scopes: ['reports/read'], ...options },
});

describe('the code grant', () => {
  it('signs people in on the hosted pages and nowhere else', () => {
    const logoutUrls = ['https://app.example.com/bye'];

    expect(client(code({ logoutUrls }))).toMatchObject({
      generate_secret: false,
      explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows_user_pool_client: true,
      allowed_oauth_flows: ['code'],
      allowed_oauth_scopes: ['openid'],
      callback_urls: ['https://app.example.com/cb'],
      logout_urls: ['https://app.example.com/bye'],
      supported_identity_providers: ['COGNITO'],
    });
  });

  it('has no page to return to after signing out unless given', () => {
    expect(client(code())).toMatchObject({ logout_urls: [] });
  });

  it('goes together with the Cognito API and a secret', () => {
    expect(client({ ...code(), authFlows: { userSrp: true }, generateSecret: true })).toMatchObject({
      generate_secret: true,
      explicit_auth_flows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows: ['code'],
    });
  });

  it('takes the scopes of Cognito and of resource servers', () => {
    const scopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin', 'reports/write'] as const;

    expect(client(code({ scopes }))).toMatchObject({
      allowed_oauth_scopes: [...scopes.slice(0, -1), '${aws_cognito_resource_server.reports.identifier}/write'],
    });
  });

  it('returns to a laptop and to apps', () => {
    const callbackUrls = ['http://localhost:3000/cb', 'http://127.0.0.1:3000/cb', 'myapp://signed-in'];

    expect(client(code({ callbackUrls }))).toMatchObject({ callback_urls: callbackUrls });
  });
});

describe('the client credentials grant', () => {
  it('signs a machine in by a secret, and no people', () => {
    expect(client(machine())).toMatchObject({
      generate_secret: true,
      explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows_user_pool_client: true,
      allowed_oauth_flows: ['client_credentials'],
      allowed_oauth_scopes: ['${aws_cognito_resource_server.reports.identifier}/read'],
      callback_urls: [],
      logout_urls: [],
      supported_identity_providers: [],
    });
  });

  it('takes scopes as objects', () => {
    const { resource } = synth((stack) => {
      const { users, reports } = pool(stack);
      users.addClient('app', machine({ scopes: [reports.scope('write')] }));
    });

    expect(resource.aws_cognito_user_pool_client?.app).toMatchObject({
      allowed_oauth_scopes: ['${aws_cognito_resource_server.reports.identifier}/write'],
    });
  });

  it('finds the resource server whose identifier is a URL', () => {
    const { resource } = synth((stack) => {
      const { users } = pool(stack);
      const identifier = 'https://api.example.com';
      users.addResourceServer('sales', { identifier, scopes: { sell: 'Sell' } });
      users.addClient('app', machine({ scopes: ['https://api.example.com/sell'] }));
    });

    expect(resource.aws_cognito_user_pool_client?.app).toMatchObject({
      allowed_oauth_scopes: ['${aws_cognito_resource_server.sales.identifier}/sell'],
    });
  });

  it('does not compile together with redirects', () => {
    // @ts-expect-error a machine has no browser
    const options: ClientCredentialsGrant = { grant: 'clientCredentials', scopes: [], callbackUrls: [] };

    expect(options.grant).toBe('clientCredentials');
  });
});

describe('a client with OAuth', () => {
  it.each<[string, UserPoolClientOptions, string]>([
    [
      'a machine is to have no secret',
      { ...machine(), generateSecret: false },
      'test/users/app, generateSecret: expected true for the client credentials grant, found false. Leave it out: the secret is how a machine signs in.',
    ],
    [
      'a machine is to sign people in as well',
      { ...machine(), authFlows: { userPassword: true } },
      'test/users/app, authFlows: expected no flow with the client credentials grant, found {"userPassword":true}. Give people a client of their own: a leaked secret should not open both.',
    ],
    [
      'a machine asks for a profile',
      // @ts-expect-error scopes of resource servers only
      machine({ scopes: ['reports/read', 'openid'] }),
      'test/users/app, oauth.scopes: expected scopes of resource servers only, found ["reports/read","openid"]. Leave out the scopes that describe a person: a machine is none.',
    ],
    [
      'a machine has no scope',
      machine({ scopes: [] }),
      'test/users/app, oauth.scopes: expected 1 to 50 scopes, found []. List what the client may ask for, or leave out oauth.',
    ],
    [
      'email comes without openid',
      code({ scopes: ['email'] }),
      'oauth.scopes: expected openid with email, phone, profile, found ["email"]. Add openid: Cognito grants the others only with it.',
    ],
    [
      'a scope is unknown',
      machine({ scopes: ['reports/delete'] }),
      'test/users/reports, scope: expected one of read, write, found "delete"',
    ],
    [
      'a resource server is unknown',
      machine({ scopes: ['sales/read'] }),
      'test/users/app, oauth.scopes: expected one of openid, email, phone, profile, aws.cognito.signin.user.admin, reports/read, reports/write, found "sales/read". Add the resource server to the pool before the client, or correct the spelling.',
    ],
    ['a resource server is misspelt', machine({ scopes: ['report/read'] }), 'Did you mean "reports/read"?'],
    // @ts-expect-error neither a standard scope nor one of a resource server
    ['a scope has no resource server', code({ scopes: ['read'] }), 'found "read"'],
    [
      'there is no callback URL',
      code({ callbackUrls: [] }),
      'test/users/app, oauth.callbackUrls: expected 1 to 100 URLs, found 0. Give those where the application takes people back.',
    ],
    [
      'there are too many callback URLs',
      code({ callbackUrls: Array.from({ length: 101 }, (_, i) => `https://example.com/${i}`) }),
      'oauth.callbackUrls: expected 1 to 100 URLs, found 101. Cognito keeps no more of a client: give the others to a second client.',
    ],
    [
      'a callback URL is not encrypted',
      code({ callbackUrls: ['https://example.com/cb', 'http://example.com/cb'] }),
      'test/users/app, oauth.callbackUrls[1]: expected an absolute URL without a fragment or wildcard: https://…, http:// on localhost, 127.0.0.1 or [::1], or an app scheme such as myapp://callback, found "http://example.com/cb". Cognito redirects to no others.',
    ],
    [
      'a callback URL only looks local',
      code({ callbackUrls: ['http://localhost.example.com/cb'] }),
      'oauth.callbackUrls[0]',
    ],
    [
      'a callback URL has a fragment',
      code({ callbackUrls: ['https://example.com/#cb'] }),
      'found "https://example.com/#cb"',
    ],
    ['a callback URL is a script', code({ callbackUrls: ['javascript:alert(1)'] }), 'oauth.callbackUrls[0]'],
    ['a callback URL has a wildcard', code({ callbackUrls: ['https://*.example.com'] }), 'oauth.callbackUrls[0]'],
    ['a callback URL is relative', code({ callbackUrls: ['/cb'] }), 'oauth.callbackUrls[0]'],
    [
      'a logout URL is not encrypted',
      code({ logoutUrls: ['http://example.com'] }),
      'oauth.logoutUrls[0]: expected an absolute URL',
    ],
  ])('fails when %s', (_, options, message) => {
    expect(() => client(options)).toThrow(message);
  });
});
