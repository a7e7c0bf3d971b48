import { built, clientSecret, ignoring, made, providersOf, secret, secretArn } from '../../testing/providers';
import { Secret } from '../index';

const pem = 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/apple';

const google = { clientId: '1234.apps.googleusercontent.com', clientSecret: secret };
const apple = {
  servicesId: 'com.example.web',
  teamId: 'ABCDE12345',
  keyId: 'FGHIJ67890',
  privateKey: Secret.parameter({ arn: pem }),
};
const facebook = { appId: '1234', appSecret: secret };
const amazon = { clientId: 'amzn1.application-oa2-client.1234', clientSecret: secret };

it('Google', () => {
  const { data, resource } = built((users) => users.addGoogle('google', google));

  expect(data).toEqual({ aws_secretsmanager_secret_version: { google: { secret_id: secretArn } } });
  expect(resource.aws_cognito_identity_provider).toEqual({
    google: made({
      provider_name: 'Google',
      provider_type: 'Google',
      provider_details: {
        client_id: '1234.apps.googleusercontent.com',
        client_secret: clientSecret('google'),
        authorize_scopes: 'openid email profile',
      },
      attribute_mapping: { email: 'email', email_verified: 'email_verified', username: 'sub' },
      lifecycle: ignoring(
        'attributes_url',
        'attributes_url_add_attributes',
        'authorize_url',
        'oidc_issuer',
        'token_request_method',
        'token_url',
      ),
    }),
  });
});

it('Apple, made anew when its settings change, because Cognito never tells the key', () => {
  const { data, resource } = built((users) => users.addApple('apple', apple));

  expect(data).toEqual({ aws_ssm_parameter: { apple: { name: pem, with_decryption: true } } });
  expect(resource.terraform_data).toEqual({
    apple: {
      input: {
        client_id: 'com.example.web',
        team_id: 'ABCDE12345',
        key_id: 'FGHIJ67890',
        authorize_scopes: 'email name',
      },
    },
  });
  expect(resource.aws_cognito_identity_provider).toEqual({
    apple: made({
      provider_name: 'SignInWithApple',
      provider_type: 'SignInWithApple',
      provider_details: {
        client_id: 'com.example.web',
        team_id: 'ABCDE12345',
        key_id: 'FGHIJ67890',
        private_key: '${data.aws_ssm_parameter.apple.value}',
        authorize_scopes: 'email name',
      },
      attribute_mapping: { email: 'email', email_verified: 'email_verified', username: 'sub' },
      lifecycle: {
        ...ignoring(
          'attributes_url_add_attributes',
          'authorize_url',
          'oidc_issuer',
          'token_request_method',
          'token_url',
          'private_key',
        ),
        replace_triggered_by: ['terraform_data.apple'],
      },
    }),
  });
});

it.each([{ teamId: 'abc' }, { keyId: 'fghij67890' }, { servicesId: '' }])('Apple, not of %j', (wrong) => {
  expect(() => providersOf((users) => users.addApple('apple', { ...apple, ...wrong }))).toThrow(
    `test/users/apple, ${Object.keys(wrong)[0]}: expected`,
  );
});

it('Facebook', () => {
  expect(providersOf((users) => users.addFacebook('facebook', facebook))).toEqual({
    facebook: made({
      provider_name: 'Facebook',
      provider_type: 'Facebook',
      provider_details: {
        client_id: '1234',
        client_secret: clientSecret('facebook'),
        authorize_scopes: 'public_profile,email',
      },
      attribute_mapping: { email: 'email', username: 'id' },
      lifecycle: ignoring(
        'api_version',
        'attributes_url',
        'attributes_url_add_attributes',
        'authorize_url',
        'token_request_method',
        'token_url',
      ),
    }),
  });
});

it('Facebook of a version, with the URLs of that version', () => {
  const of = (apiVersion: string) =>
    providersOf((users) => users.addFacebook('facebook', { ...facebook, apiVersion }))?.facebook;

  expect(of('v19.0')).toMatchObject({
    provider_details: {
      api_version: 'v19.0',
      attributes_url: 'https://graph.facebook.com/v19.0/me?fields=',
      authorize_url: 'https://www.facebook.com/v19.0/dialog/oauth',
      token_url: 'https://graph.facebook.com/v19.0/oauth/access_token',
    },
    lifecycle: ignoring('attributes_url_add_attributes', 'token_request_method'),
  });
  expect(() => of('19')).toThrow('test/users/facebook, apiVersion: expected a version of the Graph API, such as v17.0');
});

it('Amazon', () => {
  expect(providersOf((users) => users.addAmazon('amazon', amazon))).toEqual({
    amazon: made({
      provider_name: 'LoginWithAmazon',
      provider_type: 'LoginWithAmazon',
      provider_details: {
        client_id: 'amzn1.application-oa2-client.1234',
        client_secret: clientSecret('amazon'),
        authorize_scopes: 'profile',
      },
      attribute_mapping: { email: 'email', username: 'user_id' },
      lifecycle: ignoring(
        'attributes_url',
        'attributes_url_add_attributes',
        'authorize_url',
        'token_request_method',
        'token_url',
      ),
    }),
  });
});
