import { synth } from '@gatehouse/testing';
import { TerraformVariable } from 'cdktf';
import { clientSecret, ignoring, made, providersOf, secret } from '../../testing/providers';
import { UserPool } from '../index';

const oidc = { name: 'corp', clientId: 'gatehouse', clientSecret: secret, issuer: 'https://login.example.com' };

describe('OIDC', () => {
  it('asks the provider for its endpoints', () => {
    expect(providersOf((users) => users.addOidc('corp', oidc))).toEqual({
      corp: made({
        provider_name: 'corp',
        provider_type: 'OIDC',
        provider_details: {
          client_id: 'gatehouse',
          client_secret: clientSecret('corp'),
          oidc_issuer: 'https://login.example.com',
          authorize_scopes: 'openid email',
          attributes_request_method: 'GET',
        },
        attribute_mapping: { email: 'email', email_verified: 'email_verified', username: 'sub' },
        lifecycle: ignoring('attributes_url_add_attributes'),
      }),
    });
  });

  it('has the endpoints that are given, and asks with POST', () => {
    const endpoints = {
      authorization: 'https://login.example.com/authorize?tenant=acme',
      token: 'https://login.example.com/token',
      userInfo: 'https://login.example.com/me',
      jwks: 'https://login.example.com/keys',
    };
    const scopes = ['openid', 'groups'];

    expect(
      providersOf((users) => users.addOidc('corp', { ...oidc, endpoints, scopes, userInfoMethod: 'POST' }))?.corp,
    ).toMatchObject({
      provider_details: {
        authorize_scopes: 'openid groups',
        attributes_request_method: 'POST',
        authorize_url: 'https://login.example.com/authorize?tenant=acme',
        token_url: 'https://login.example.com/token',
        attributes_url: 'https://login.example.com/me',
        jwks_uri: 'https://login.example.com/keys',
      },
      lifecycle: ignoring('attributes_url_add_attributes'),
    });
  });

  it.each([
    [{ issuer: 'http://login.example.com' }, 'issuer: expected a URL that begins with https://'],
    [{ issuer: 'login.example.com' }, 'issuer: expected a URL that begins with https://'],
    [{ issuer: 'https://login.example.com/.well-known/openid-configuration' }, 'issuer: expected the issuer alone'],
    [{ scopes: ['email'] }, 'scopes: expected openid among them'],
    [{ scopes: ['openid email'] }, 'scopes: expected at least one scope, each a text of its own'],
    [{ scopes: [] }, 'scopes: expected at least one scope'],
    [{ clientId: ' ' }, 'clientId: expected a text without spaces'],
  ])('refuses %j', (wrong, message) => {
    expect(() => providersOf((users) => users.addOidc('corp', { ...oidc, ...wrong }))).toThrow(
      `test/users/corp, ${message}`,
    );
  });

  it('takes what is known when Terraform runs', () => {
    const { resource } = synth((stack) => {
      const { stringValue } = new TerraformVariable(stack, 'given', { type: 'string' });
      const users = new UserPool(stack, 'users', { name: 'acme' });
      users.addOidc('corp', { ...oidc, issuer: stringValue, clientId: stringValue });
    });
    const corp = resource.aws_cognito_identity_provider?.corp;
    expect(corp?.provider_details).toMatchObject({ oidc_issuer: '${var.given}', client_id: '${var.given}' });
  });

  it('has all endpoints or none', () => {
    const token = 'https://login.example.com/token';
    // @ts-expect-error the others are missing
    expect(() => providersOf((users) => users.addOidc('corp', { ...oidc, endpoints: { token } }))).toThrow(
      'test/users/corp, endpoints.authorization: expected a URL that begins with https://, found nothing.',
    );
  });
});
