import { client, member, members, pool, type RefusalCase, type Resources } from './case';

const SERVER = 'aws_cognito_resource_server';

const each = (amount: number, make: (index: number) => unknown) =>
  Array.from({ length: amount }, (_, index) => make(index));
const scopes = (amount: number): Resources => ({
  ...pool(),
  ...member(SERVER, 'reports', {
    name: 'reports',
    identifier: 'reports',
    scope: each(amount, (index) => ({ scope_name: `s${index}`, scope_description: 'A scope' })),
  }),
});
const urls = (amount: number) => each(amount, (index) => `https://app.example.com/${index}`);
const schema = (amount: number) =>
  pool({ schema: each(amount, (index) => ({ name: `a${index}`, attribute_data_type: 'String', mutable: true })) });
const many = (rule: string, says: string, make: (amount: number) => Resources, most: number): RefusalCase => ({
  rule,
  says: `Cognito refuses ${says}.`,
  broken: make(most + 1),
  valid: make(most),
});
const group = (body: object): Resources => ({
  ...pool(),
  ...member('aws_cognito_user_group', 'admins', { name: 'admins', ...body }),
});

export const quotas: readonly RefusalCase[] = [
  many(
    'too-many-app-clients',
    '1,001 app clients; a pool has at most 1,000',
    (amount) => members('aws_cognito_user_pool_client', amount, (index) => ({ name: `c${index}` })),
    1000,
  ),
  many(
    'too-many-resource-servers',
    '26 resource servers; a pool has at most 25',
    (amount) => members(SERVER, amount, (index) => ({ name: `s${index}`, identifier: `s${index}` })),
    25,
  ),
  many(
    'too-many-identity-providers',
    '301 identity providers; a pool has at most 300',
    (amount) =>
      members('aws_cognito_identity_provider', amount, (index) => ({
        ...{
          provider_name: `p${index}`,
          provider_type: 'SAML',
          provider_details: { MetadataURL: 'https://a.example' },
        },
      })),
    300,
  ),
  many('too-many-custom-attributes', '51 custom attributes; a pool has at most 50', schema, 50),
  many('too-many-scopes', '101 scopes; a resource server has at most 100', scopes, 100),
  many(
    'too-many-scopes',
    '51 scopes; a client has at most 50',
    (amount) => client({ allowed_oauth_scopes: each(amount, (index) => `reports/s${index}`) }),
    50,
  ),
  many(
    'too-many-redirects',
    '101 callback URLs; a client has at most 100',
    (amount) => client({ callback_urls: urls(amount) }),
    100,
  ),
  many(
    'too-many-redirects',
    '101 logout URLs; a client has at most 100',
    (amount) => client({ logout_urls: urls(amount) }),
    100,
  ),
  many('group-out-of-range', 'a name of 129 characters', (amount) => group({ name: 'g'.repeat(amount) }), 128),
  many(
    'group-out-of-range',
    'a description of 2049 characters',
    (amount) => group({ description: 'd'.repeat(amount) }),
    2048,
  ),
  {
    rule: 'group-out-of-range',
    says: 'Cognito refuses the precedence -1.',
    broken: group({ precedence: -1 }),
    valid: group({ precedence: 0 }),
  },
];
