import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { ACCOUNT, ref, resource } from './names';

const POOL = 'aws_cognito_user_pool';
const CLIENT = 'aws_cognito_user_pool_client';
const SERVER = 'aws_cognito_resource_server';

const pool = (name: string, body: JsonObject = {}) => resource(POOL, name, { name, ...body });

/** A user pool with one client, or another member, of the same name. */
const poolWith = (type: string, name: string, body: JsonObject) => ({
  resource: {
    ...(pool(name).resource as JsonObject),
    [type]: { [name]: { user_pool_id: ref(`${POOL}.${name}`), ...body } },
  },
});

const client = (name: string, body: JsonObject = {}) => poolWith(CLIENT, name, { name, ...body });

/** A client of sign-in pages. */
const web = (name: string, body: JsonObject = {}) =>
  client(name, {
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_flows: ['code'],
    allowed_oauth_scopes: ['openid'],
    supported_identity_providers: ['COGNITO'],
    callback_urls: ['https://orders.example.com/in'],
    ...body,
  });

const hook = (name: string) => `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${name}`;

const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const attribute = (name: string, max: number) => ({
  name,
  attribute_data_type: 'String',
  mutable: true,
  developer_only_attribute: false,
  required: false,
  string_attribute_constraints: [{ min_length: '0', max_length: String(max) }],
});

const threats = (advanced_security_mode: string) => ({ user_pool_add_ons: [{ advanced_security_mode }] });

const recovery = (name: string) => ({
  account_recovery_setting: [{ recovery_mechanism: [{ name, priority: 1 }] }],
});

const attributes = (...all: readonly (readonly [string, number])[]) => ({
  schema: all.map(([name, max]) => attribute(name, max)),
});

const scopes = (...names: readonly string[]) => ({
  scope: names.map((scope_name) => ({ scope_name, scope_description: scope_name })),
});

/** User pools and their clients, for what our constructs do not make. */
export const plainPeople = [
  dangerous(
    'pool-deleted-with-protection',
    'A user pool goes from the code, and its prevent_destroy with it',
    'critical user-pool-lost',
    terraform(
      pool('pool_deleted', { deletion_protection: 'ACTIVE', lifecycle: { prevent_destroy: true } }),
      resource(POOL, 'pool_deleted', null),
    ),
  ),
  dangerous(
    'pool-forgotten',
    'A removed block lets go of a user pool, which stays in AWS',
    'critical user-pool-lost',
    terraform(pool('pool_forgotten'), {
      removed: [{ from: `${POOL}.pool_forgotten`, lifecycle: { destroy: false } }],
      ...resource(POOL, 'pool_forgotten', null),
    }),
  ),
  dangerous(
    'pool-replaced',
    'People sign in by phone number instead of mail, for which AWS makes a new pool; its client goes with it',
    'critical user-pool-lost',
    terraform(
      {
        resource: {
          [POOL]: { pool_replaced: { name: 'pool_replaced', username_attributes: ['email'] } },
          [CLIENT]: { pool_replaced: { name: 'pool_replaced', user_pool_id: ref(`${POOL}.pool_replaced`) } },
        },
      },
      resource(POOL, 'pool_replaced', { username_attributes: ['phone_number'] }),
    ),
  ),
  dangerous(
    'pool-counted',
    'A user pool is made by for_each instead of count, with no moved block',
    'critical user-pool-lost',
    terraform(
      pool('pool_counted', { count: 2 }),
      resource(POOL, 'pool_counted', { count: null, for_each: { a: 'a', b: 'b' } }),
    ),
  ),
  dangerous(
    'schema-attribute-removed',
    'An attribute of users goes, which Cognito refuses at the apply',
    'high schema-change-fails',
    terraform(
      pool('schema_removed', attributes(['tier', 10], ['zone', 10])),
      resource(POOL, 'schema_removed', attributes(['zone', 10])),
    ),
  ),
  dangerous(
    'threat-protection-audit',
    'Suspicious sign-ins are only written down',
    'high threat-protection-weaker',
    terraform(pool('threats_audit', threats('ENFORCED')), resource(POOL, 'threats_audit', threats('AUDIT'))),
  ),
  dangerous(
    'trigger-removed',
    'The function that decides who may make an account is no longer asked',
    'high trigger-removed',
    terraform(
      pool('trigger_removed', { lambda_config: [{ pre_sign_up: hook('only-ours') }] }),
      resource(POOL, 'trigger_removed', { lambda_config: null }),
    ),
  ),
  dangerous(
    'account-recovery-phone',
    'A forgotten password can be reset by mail; only administrators could',
    'medium account-recovery-weaker',
    terraform(
      pool('recovery_mail', recovery('admin_only')),
      resource(POOL, 'recovery_mail', recovery('verified_email')),
    ),
  ),
  dangerous(
    'callback-http',
    'Sign-in sends people to a page over http',
    'high redirect-insecure',
    terraform(
      web('callback_http'),
      resource(CLIENT, 'callback_http', { callback_urls: ['http://orders.example.com/in'] }),
    ),
  ),
  dangerous(
    'implicit-flow',
    'A client gets tokens in the address of the page',
    'high auth-flow-weaker',
    terraform(
      web('implicit_flow'),
      resource(CLIENT, 'implicit_flow', { allowed_oauth_flows: ['code', 'implicit'] }),
    ),
  ),
  dangerous(
    'client-secret-removed',
    'A client gives up its secret, for which AWS makes a new client',
    ['high client-lost', 'high client-secret-removed'],
    terraform(
      client('secret_removed', { generate_secret: true }),
      resource(CLIENT, 'secret_removed', { generate_secret: false }),
    ),
  ),
  dangerous(
    'token-revocation-off',
    'Refresh tokens of a client cannot be revoked any more',
    'high token-revocation-removed',
    terraform(
      client('revocation_off', { enable_token_revocation: true }),
      resource(CLIENT, 'revocation_off', { enable_token_revocation: false }),
    ),
  ),
  dangerous(
    'user-existence-shown',
    'Sign-in tells strangers who has an account',
    'medium user-existence-revealed',
    terraform(
      client('existence_shown', { prevent_user_existence_errors: 'ENABLED' }),
      resource(CLIENT, 'existence_shown', { prevent_user_existence_errors: 'LEGACY' }),
    ),
  ),
  dangerous(
    'sign-in-provider-deleted',
    'People can no longer sign in with their account at work',
    'high sign-in-provider-lost',
    terraform(
      poolWith('aws_cognito_identity_provider', 'sign_in_provider', {
        provider_name: 'Work',
        provider_type: 'OIDC',
        provider_details: {
          client_id: 'orders',
          client_secret: 'not-a-secret',
          attributes_request_method: 'GET',
          oidc_issuer: 'https://login.example.com',
          authorize_scopes: 'openid',
        },
      }),
      resource('aws_cognito_identity_provider', 'sign_in_provider', null),
    ),
  ),
  dangerous(
    'user-group-role',
    'Users of a group get the role of administrators',
    'medium group-role-changed',
    terraform(
      poolWith('aws_cognito_user_group', 'group_role', { name: 'staff', role_arn: roleArn('staff') }),
      resource('aws_cognito_user_group', 'group_role', { role_arn: roleArn('administrators') }),
    ),
  ),
  dangerous(
    'user-group-deleted',
    'A group that gives its users rights goes',
    'high user-lost',
    terraform(
      poolWith('aws_cognito_user_group', 'group_deleted', { name: 'administrators' }),
      resource('aws_cognito_user_group', 'group_deleted', null),
    ),
  ),
  dangerous(
    'scope-deleted',
    'A scope that clients ask for is no longer defined',
    'high resource-server-lost',
    terraform(
      poolWith(SERVER, 'scope_deleted', { name: 'orders', identifier: 'orders', ...scopes('read', 'write') }),
      resource(SERVER, 'scope_deleted', scopes('read')),
    ),
  ),

  harmless(
    'pool-moved',
    'A user pool gets another address, with a moved block',
    terraform(pool('pool_moved'), {
      moved: [{ from: `${POOL}.pool_moved`, to: `${POOL}.pool_people` }],
      resource: { [POOL]: { pool_moved: null, pool_people: { name: 'pool_moved' } } },
    }),
  ),
  harmless(
    'schema-attribute-added',
    'Users get one more attribute',
    terraform(
      pool('schema_added', attributes(['tier', 10])),
      resource(POOL, 'schema_added', attributes(['area', 5], ['tier', 10])),
    ),
  ),
  harmless(
    'trigger-added',
    'A function decides who may make an account',
    terraform(
      pool('trigger_added'),
      resource(POOL, 'trigger_added', { lambda_config: [{ pre_sign_up: hook('only-ours') }] }),
    ),
  ),
  harmless(
    'token-lifetime-other-unit',
    'The same token lifetime is written in hours instead of minutes',
    terraform(
      client('same_lifetime', {
        access_token_validity: 60,
        token_validity_units: [{ access_token: 'minutes' }],
      }),
      resource(CLIENT, 'same_lifetime', {
        access_token_validity: 1,
        token_validity_units: [{ access_token: 'hours' }],
      }),
    ),
  ),
];
