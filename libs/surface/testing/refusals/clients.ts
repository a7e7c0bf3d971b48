import { client, domain, type RefusalCase, type Resources } from './case';

const machine = { allowed_oauth_flows_user_pool_client: true, allowed_oauth_scopes: ['reports/read'] };
const granted = (flows: readonly string[], more: object = {}): Resources => ({
  ...client({ ...machine, allowed_oauth_flows: flows, ...more }),
  ...domain(),
});
const validity = (more: object) => ({
  token_validity_units: { access_token: 'minutes', id_token: 'minutes', refresh_token: 'days' },
  ...more,
});
const range = (says: string, broken: object, valid: object): RefusalCase => ({
  rule: 'validity-out-of-range',
  says: `Cognito refuses ${says}.`,
  broken: client({ ...broken }),
  valid: client({ ...valid }),
});
const rotation = (retry_grace_period_seconds: number, ...explicit_auth_flows: string[]) => ({
  explicit_auth_flows,
  refresh_token_rotation: { feature: 'ENABLED', retry_grace_period_seconds },
});
const web = (default_redirect_uri: string) => ({ callback_urls: ['https://app.example.com/in'], default_redirect_uri });
const required = { schema: [{ name: 'email', attribute_data_type: 'String', mutable: true, required: true }] };

export const clients: readonly RefusalCase[] = [
  {
    rule: 'machine-client-grants',
    says: 'Cognito refuses client_credentials for a client without a secret.',
    broken: granted(['client_credentials']),
    valid: granted(['client_credentials'], { generate_secret: true }),
  },
  {
    rule: 'machine-client-grants',
    says: 'Cognito refuses client_credentials together with code.',
    broken: granted(['client_credentials', 'code'], { generate_secret: true }),
    valid: granted(['code', 'implicit'], { generate_secret: true }),
  },
  {
    rule: 'rotation-with-refresh-flow',
    says: 'Cognito refuses refresh token rotation together with ALLOW_REFRESH_TOKEN_AUTH.',
    broken: client(rotation(0, 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH')),
    valid: client(rotation(0, 'ALLOW_USER_SRP_AUTH')),
  },
  {
    rule: 'rotation-with-refresh-flow',
    says: 'Cognito refuses refresh token rotation without explicit_auth_flows, because its own have ALLOW_REFRESH_TOKEN_AUTH.',
    broken: client(rotation(0)),
    valid: client(rotation(0, 'ALLOW_USER_AUTH')),
  },
  {
    rule: 'feature-outside-plan',
    says: 'Cognito refuses ALLOW_USER_AUTH on the feature plan LITE; ESSENTIALS and PLUS have it.',
    broken: client({ explicit_auth_flows: ['ALLOW_USER_AUTH'] }, { user_pool_tier: 'LITE' }),
    valid: client({ explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'] }, { user_pool_tier: 'LITE' }),
  },
  {
    rule: 'feature-outside-plan',
    says: 'Cognito refuses refresh token rotation on the feature plan LITE; ESSENTIALS and PLUS have it.',
    broken: client(rotation(0, 'ALLOW_USER_SRP_AUTH'), { user_pool_tier: 'LITE' }),
    valid: client(
      {
        explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'],
        refresh_token_rotation: { feature: 'DISABLED', retry_grace_period_seconds: 0 },
      },
      { user_pool_tier: 'LITE' },
    ),
  },
  {
    rule: 'context-data-without-secret',
    says: 'Cognito refuses user context data from a client without a secret.',
    broken: client({ enable_propagate_additional_user_context_data: true }),
    valid: client({ enable_propagate_additional_user_context_data: true, generate_secret: true }),
  },
  {
    rule: 'token-outlives-refresh-token',
    says: 'Cognito refuses ID tokens of 2 hours beside refresh tokens of 1 hour.',
    broken: client({
      ...{ id_token_validity: 2, refresh_token_validity: 1, token_validity_units: { refresh_token: 'hours' } },
    }),
    valid: client({
      ...{ id_token_validity: 2, refresh_token_validity: 2, token_validity_units: { refresh_token: 'hours' } },
    }),
  },
  range(
    '4 minutes for access tokens; it accepts 5 minutes to 1 day',
    validity({ access_token_validity: 4 }),
    validity({ access_token_validity: 5 }),
  ),
  range(
    '1441 minutes for ID tokens; it accepts 5 minutes to 1 day',
    validity({ id_token_validity: 1441 }),
    validity({ id_token_validity: 1440 }),
  ),
  // Without a unit it is hours.
  range(
    '60 hours for access tokens; it accepts 5 minutes to 1 day',
    { access_token_validity: 60 },
    validity({ access_token_validity: 60 }),
  ),
  range(
    '3651 days for refresh tokens; it accepts 1 hour to 3650 days',
    { refresh_token_validity: 3651 },
    { refresh_token_validity: 3650 },
  ),
  range(
    '16 minutes for the session of a sign-in; it accepts 3 minutes to 15 minutes',
    { auth_session_validity: 16 },
    { auth_session_validity: 15 },
  ),
  range(
    '61 seconds for the grace period of rotated tokens; it accepts 0 seconds to 1 minute',
    rotation(61, 'ALLOW_USER_SRP_AUTH'),
    rotation(60, 'ALLOW_USER_SRP_AUTH'),
  ),
  {
    rule: 'default-redirect-not-listed',
    says: 'Cognito refuses https://app.example.com/out as the default redirect, because it is no callback URL.',
    broken: client(web('https://app.example.com/out')),
    valid: client(web('https://app.example.com/in')),
  },
  {
    rule: 'attribute-not-writable',
    says: 'Cognito refuses email_verified in write_attributes.',
    broken: client({ write_attributes: ['email', 'email_verified'] }),
    valid: client({ write_attributes: ['email'], read_attributes: ['email', 'email_verified'] }),
  },
  {
    rule: 'attribute-not-writable',
    says: 'Cognito refuses write_attributes without email, which the pool requires of every user.',
    broken: client({ write_attributes: ['name'] }, required),
    valid: client({}, required),
  },
];
