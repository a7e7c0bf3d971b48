import { synth } from '@gatehouse/testing';
import { secret } from '../../testing/providers';
import { UserPool } from '../index';
import { code, given, make, type pool, srp } from '../../testing/client';

const addCorp = (users: ReturnType<typeof pool>) =>
  users.addOidc('corp', {
    name: 'corp',
    issuer: 'https://login.example.com',
    clientId: 'acme',
    clientSecret: secret,
    attributes: { email: 'email', emailVerified: 'email_verified', tenant: 'team' },
  });

describe('a mistake', () => {
  it('does not compile where a browser would sign in as a server, with AWS credentials', () => {
    // @ts-expect-error only for servers
    expect(given({ audience: 'browser', authFlows: { adminUserPassword: true } })).toBeDefined();
  });

  it.each<[string, Parameters<typeof make>[0], string]>([
    [
      'a browser is given a secret',
      // @ts-expect-error a browser cannot keep a secret
      given({ audience: 'browser', oauth: code, generateSecret: true }),
      'test/users/app, generateSecret: expected no secret for a browser, which everyone who has it could read, found true.',
    ],
    [
      'an app is given a secret',
      // @ts-expect-error an app on a phone cannot keep a secret
      given({ audience: 'mobile', ...srp, generateSecret: true }),
      'expected no secret for a mobile',
    ],
    [
      'a browser signs in as a machine',
      // @ts-expect-error client credentials need a secret
      given({ audience: 'browser', oauth: { grant: 'clientCredentials', scopes: ['reports/read'] } }),
      'expected no secret for a browser',
    ],
    [
      'nobody says where the code goes',
      // @ts-expect-error the code grant needs a callback URL
      given({ oauth: { grant: 'code', scopes: ['openid'] } }),
      'test/users/app, oauth.callbackUrls: expected 1 to 100 URLs, found 0. Give those where the application takes people back.',
    ],
    [
      'a provider is named',
      // @ts-expect-error providers are constructs, so that they are made first
      given({ oauth: { ...code, identityProviders: ['Google'] } }),
      'test/users/app, oauth.identityProviders: expected identity providers of the client\'s own user pool, found "Google".',
    ],
    [
      'a name has letters that Cognito refuses',
      { ...srp, name: 'Über uns' },
      'test/users/app, name: expected 1 to 128 letters, digits, spaces and _ + = , . @ -, found "Über uns".',
    ],
    [
      'no provider is left',
      { oauth: { ...code, identityProviders: [] } },
      "oauth.identityProviders: expected at least one, each once: 'cognito' or an identity provider of the pool, found [].",
    ],
    [
      'a scope is misspelt',
      // @ts-expect-error no such scope
      given({ oauth: { ...code, scopes: ['opnid'] } }),
      'Did you mean "openid"?',
    ],
    [
      'an attribute is named',
      // @ts-expect-error attributes are asked for at the pool
      given({ ...srp, readAttributes: ['email'] }),
      'readAttributes: expected an attribute of the same user pool, found "email"',
    ],
    [
      'an application says what is verified',
      // @ts-expect-error Cognito alone writes it
      given((users) => ({ ...srp, writeAttributes: [users.attribute('email'), users.attribute('emailVerified')] })),
      'writeAttributes: expected attributes that users may write, found ["email_verified"].',
    ],
    [
      'nobody could sign up',
      (users) => ({ ...srp, writeAttributes: [users.attribute('tenant')] }),
      'test/users/app, writeAttributes: expected given_name, email among them, which people give who sign up, found ["custom:tenant"]. Add what is missing: sign-up through this client fails without it.',
    ],
    [
      'nobody may write anything',
      { ...srp, writeAttributes: [] },
      'test/users/app, writeAttributes: expected at least one attribute, because Cognito reads an empty list as every attribute, found []. List those that the application needs, or leave the list out.',
    ],
    [
      'an application reads nothing',
      { ...srp, readAttributes: [] },
      'test/users/app, readAttributes: expected at least one attribute',
    ],
    [
      'a provider fills what the application may not write',
      (users) => ({
        oauth: { ...code, identityProviders: ['cognito', addCorp(users)] },
        writeAttributes: [users.attribute('email'), users.attribute('givenName')],
      }),
      'test/users/app, writeAttributes: expected custom:tenant among them, which the provider corp fills at every sign-in, found ["email","given_name"]. Add what is missing, or take it out of the attributes of the provider.',
    ],
    [
      'the default is no callback URL',
      { oauth: { ...code, defaultRedirectUri: 'https://app.example.com/' } },
      'oauth.defaultRedirectUri: expected one of oauth.callbackUrls, found "https://app.example.com/".',
    ],
    [
      'the implicit grant has no reason',
      { oauth: { ...code, implicit: { reason: ' ' } } },
      'oauth.implicit.reason: expected why the client needs tokens in URLs, found " ".',
    ],
    [
      'a sign-in takes too long',
      { ...srp, authSessionMinutes: 16 },
      'authSessionMinutes: expected a whole number from 3 to 15',
    ],
    [
      'an old refresh token answers too long',
      { ...srp, refreshTokenRotation: { gracePeriodSeconds: 61 } },
      'refreshTokenRotation.gracePeriodSeconds: expected a whole number from 0 to 60, found 61.',
    ],
    [
      'a server that proves nothing tells addresses',
      { ...srp, propagateUserContext: true },
      'test/users/app, propagateUserContext: expected a client with a secret, found true.',
    ],
  ])('is reported when %s', (_, options, message) => {
    expect(() => make(options)).toThrow(message);
  });

  it('is reported when all attributes are asked for of a pool made elsewhere', () => {
    const add = () =>
      synth((stack) => {
        UserPool.fromId(stack, 'users', 'eu-west-1_AbCdEf123').addClient('app', { ...srp, readAttributes: 'all' });
      });

    expect(add).toThrow('readAttributes: expected a list of attributes, because the pool is made elsewhere');
  });
});
