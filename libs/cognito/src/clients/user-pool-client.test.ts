import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { make, pool } from '../../testing/client';
import { type UserPoolClient, type UserPoolClientOptions } from '../index';

const password: UserPoolClientOptions = { authFlows: { userPassword: true } };

describe('UserPoolClient', () => {
  it('signs people in by password, without a secret and without OAuth', () => {
    expect(make(password)).toEqual({
      user_pool_id: '${aws_cognito_user_pool.users.id}',
      name: 'app',
      generate_secret: false,
      explicit_auth_flows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows_user_pool_client: false,
      allowed_oauth_flows: [],
      allowed_oauth_scopes: [],
      callback_urls: [],
      logout_urls: [],
      supported_identity_providers: [],
      access_token_validity: 60,
      id_token_validity: 60,
      refresh_token_validity: 43200,
      token_validity_units: [{ access_token: 'minutes', id_token: 'minutes', refresh_token: 'minutes' }],
      prevent_user_existence_errors: 'ENABLED',
      enable_token_revocation: true,
    });
  });

  it('may have another name than its id', () => {
    expect(make({ ...password, name: 'Web shop' })).toMatchObject({ name: 'Web shop' });
  });

  it('may have a secret', () => {
    expect(make({ ...password, generateSecret: true })).toMatchObject({ generate_secret: true });
  });

  it('has the validities it is given, units included', () => {
    const tokenValidity = { accessMinutes: 5, idMinutes: 1440, refreshMinutes: 5_256_000 };

    expect(make({ ...password, tokenValidity })).toMatchObject({
      access_token_validity: 5,
      id_token_validity: 1440,
      refresh_token_validity: 5256000,
      token_validity_units: [{ access_token: 'minutes', id_token: 'minutes', refresh_token: 'minutes' }],
    });
  });

  it('has references for other constructs', () => {
    const { output } = synth((stack) => {
      const app = pool(stack).addClient('app', { ...password, generateSecret: true });
      new TerraformOutput(stack, 'client', { value: [app.clientId, app.clientSecret] });
    });

    expect(output.client?.value).toEqual([
      '${aws_cognito_user_pool_client.app.id}',
      '${aws_cognito_user_pool_client.app.client_secret}',
    ]);
  });

  it('fails when the secret of a client without one is read', () => {
    let app: UserPoolClient | undefined;
    synth((stack) => (app = pool(stack).addClient('app', password)));

    expect(() => app?.clientSecret).toThrow(
      'test/users/app, clientSecret: expected a client with a secret, found false. Set generateSecret, which replaces the client, or do without the secret.',
    );
  });

  it.each<[string, UserPoolClientOptions, string]>([
    [
      'no one could sign in',
      {},
      'test/users/app, authFlows: expected at least one way to sign in, found nothing. Set authFlows.userSrp or authFlows.userPassword, or give oauth.',
    ],
    ['every flow is off', { authFlows: { userSrp: false } }, 'found {"userSrp":false}'],
    [
      'an access token is too short-lived',
      { ...password, tokenValidity: { accessMinutes: 4 } },
      'test/users/app, tokenValidity.accessMinutes: expected a whole number from 5 to 1440, found 4. Give minutes; Cognito allows no others.',
    ],
    [
      'an access token is valid too long',
      { ...password, tokenValidity: { accessMinutes: 1441 } },
      'tokenValidity.accessMinutes: expected a whole number from 5 to 1440, found 1441',
    ],
    [
      'an ID token is valid too long',
      { ...password, tokenValidity: { idMinutes: 1441 } },
      'tokenValidity.idMinutes: expected a whole number from 5 to 1440, found 1441',
    ],
    [
      'a refresh token is too short-lived',
      { ...password, tokenValidity: { refreshMinutes: 59 } },
      'tokenValidity.refreshMinutes: expected a whole number from 60 to 5256000, found 59',
    ],
    [
      'a refresh token is valid too long',
      { ...password, tokenValidity: { refreshMinutes: 5_256_001 } },
      'tokenValidity.refreshMinutes: expected a whole number from 60 to 5256000, found 5256001',
    ],
    [
      'an access token outlives the refresh token',
      { ...password, tokenValidity: { accessMinutes: 61, refreshMinutes: 60 } },
      'test/users/app, tokenValidity.accessMinutes: expected at most the 60 minutes of the refresh token, found 61. Shorten it, or lengthen tokenValidity.refreshMinutes.',
    ],
    [
      'an ID token outlives the refresh token',
      { ...password, tokenValidity: { idMinutes: 61, refreshMinutes: 60 } },
      'tokenValidity.idMinutes: expected at most the 60 minutes of the refresh token, found 61',
    ],
  ])('fails when %s', (_, options, message) => {
    expect(() => make(options)).toThrow(message);
  });
});
