import type { RefusalCase, Resources } from './case';

const POOL_ID = '${aws_cognito_identity_pool.people.id}';

const identityPool = (body: object, beside: Resources = {}): Resources => ({
  aws_cognito_identity_pool: { people: { identity_pool_name: 'people', ...body } },
  ...beside,
});
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const provider = (name: string) => `cognito-idp.eu-west-1.amazonaws.com/${name}`;
const list = <T>(amount: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: amount }, (_, index) => make(index));

/** Role mappings of as many providers, by as many rules each. */
const mappings = (providers: number, rules: number): Resources => ({
  aws_cognito_identity_pool_roles_attachment: {
    people: {
      identity_pool_id: POOL_ID,
      roles: { authenticated: role('people') },
      role_mapping: list(providers, (index) => ({
        ...{ identity_provider: provider(`p${index}`), type: 'Rules', ambiguous_role_resolution: 'Deny' },
        mapping_rule: list(rules, (rule) => ({
          ...{ claim: 'team', match_type: 'Equals', value: `t${rule}`, role_arn: role('team') },
        })),
      })),
    },
  },
});
const mapped = (says: string, broken: Resources, valid: Resources): RefusalCase => ({
  rule: 'too-many-role-mappings',
  says,
  broken: identityPool({}, broken),
  valid: identityPool({}, valid),
});

const tags = (...all: readonly (readonly [tag: string, claim: string])[]): Resources =>
  identityPool(
    {},
    {
      aws_cognito_identity_pool_provider_principal_tag: {
        people: {
          ...{ identity_pool_id: POOL_ID, identity_provider_name: provider('p'), use_defaults: false },
          principal_tags: Object.fromEntries(all),
        },
      },
    },
  );
const tagged = (says: string, broken: Resources, valid: Resources): RefusalCase => ({
  ...{ rule: 'principal-tags-out-of-range', says: `Cognito refuses ${says}`, broken, valid },
});

const trusting = (principal: string): Resources => ({
  aws_iam_role: {
    people: {
      name: 'people',
      permissions_boundary: 'arn:aws-us-gov:iam::123456789012:policy/boundary',
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Federated: principal }, Action: 'sts:AssumeRoleWithWebIdentity' }],
      }),
    },
  },
});

export const identityPools: readonly RefusalCase[] = [
  mapped('Cognito refuses 11 role mappings; an identity pool has at most 10.', mappings(11, 1), mappings(10, 1)),
  mapped('Cognito refuses 26 rules for one provider; a role mapping has at most 25.', mappings(1, 26), mappings(1, 25)),
  {
    rule: 'classic-flow-with-role-mappings',
    says: 'Cognito refuses the classic flow in an identity pool with role mappings.',
    broken: identityPool({ allow_classic_flow: true }, mappings(1, 1)),
    valid: identityPool({ allow_classic_flow: false }, mappings(1, 1)),
  },
  tagged(
    'credentials with the tag Tenant, which another one has in other letter case.',
    tags(['tenant', 'custom:tenant'], ['Tenant', 'sub']),
    tags(['tenant', 'custom:tenant'], ['tenants', 'sub']),
  ),
  tagged(
    '51 principal tags; an identity provider has at most 50.',
    tags(...list(51, (index) => [`t${index}`, 'sub'] as const)),
    tags(...list(50, (index) => [`t${index}`, 'sub'] as const)),
  ),
  tagged(
    'a tag of 129 characters; it has at most 128.',
    tags(['t'.repeat(129), 'sub']),
    tags(['t'.repeat(128), 'sub']),
  ),
  tagged(
    'a claim of 257 characters; it has at most 256.',
    tags(['team', 'c'.repeat(257)]),
    tags(['team', 'c'.repeat(256)]),
  ),
  tagged(
    'credentials with tags whose names alone have 464 characters; with their values they have at most 460.',
    tags(...list(4, (index) => [`${'t'.repeat(115)}${index}`, 'sub'] as const)),
    tags(...list(4, (index) => [`${'t'.repeat(114)}${index}`, 'sub'] as const)),
  ),
  {
    rule: 'govcloud-identity-pool-role',
    says: 'Identity pools in GovCloud cannot assume it, because it trusts those of the commercial regions.',
    broken: trusting('cognito-identity.amazonaws.com'),
    valid: trusting('cognito-identity-us-gov.amazonaws.com'),
  },
];
