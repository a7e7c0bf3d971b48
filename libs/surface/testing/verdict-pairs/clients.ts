import { pair, stays, type Pairs } from './pair';

const client = (more: object = {}) => ({
  ...{ id: 'c', name: 'search', user_pool_id: 'p', name_prefix: 'AmazonOpenSearchService-' },
  ...{ allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: ['code'], allowed_oauth_scopes: ['openid'] },
  ...{ callback_urls: ['https://search.example.com/in'], supported_identity_providers: ['COGNITO'] },
  ...{ enable_token_revocation: true, prevent_user_existence_errors: 'ENABLED' },
  ...more,
});
const pool = {
  'aws_cognito_user_pool.p': stays({
    ...{ id: 'p', name: 'people', arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/p' },
    schema: [{ name: 'role', attribute_data_type: 'String', mutable: true }],
  }),
};
const POOL = { ...pool, 'aws_cognito_user_pool_domain.d': stays({ user_pool_id: 'p', domain: 'people' }) };
const changed = (before: object, after: object, more: Parameters<typeof pair>[2] = POOL) =>
  pair(client(before), client(after), more);

/** Clients that a service of AWS has made, and Terraform manages. */
export const clients: Pairs = Object.fromEntries(
  Object.entries({
    'client-added': pair(null, client(), POOL),
    'client-lost': pair(client(), null, POOL),
    'implicit-flow': changed({}, { allowed_oauth_flows: ['code', 'implicit'] }),
    'insecure-redirect': changed({}, { callback_urls: ['http://search.example.com/in'] }),
    'password-in-request': changed({}, { explicit_auth_flows: ['ALLOW_USER_PASSWORD_AUTH'] }),
    'redirect-added': changed(
      {},
      { callback_urls: ['https://search.example.com/in', 'https://search.example.net/in'] },
    ),
    'rotation-with-refresh-flow': changed(
      { explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
      {
        explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        refresh_token_rotation: [{ feature: 'ENABLED', retry_grace_period_seconds: 10 }],
      },
    ),
    'sign-in-domain-missing': changed({ allowed_oauth_flows_user_pool_client: false }, {}, pool),
    'sign-in-provider-added': changed({}, { supported_identity_providers: ['COGNITO', 'Google'] }),
    'token-lifetime-too-long': changed(
      { access_token_validity: 1, token_validity_units: [{ access_token: 'hours' }] },
      { access_token_validity: 24, token_validity_units: [{ access_token: 'hours' }] },
    ),
    'token-revocation-off': changed({}, { enable_token_revocation: false }),
    'user-existence-shown': changed({}, { prevent_user_existence_errors: 'LEGACY' }),
    'user-writable-role-attribute': changed(
      { write_attributes: ['email'] },
      { write_attributes: ['email', 'custom:role'] },
    ),
  }).map(([rule, each]) => [`aws_cognito_managed_user_pool_client ${rule}`, each]),
);
