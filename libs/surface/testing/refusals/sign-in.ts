import { client, hook, member, pool, type RefusalCase, type Resources } from './case';

const triggers = (...names: readonly string[]) => ({
  lambda_config: Object.fromEntries(names.map((name) => [name, hook(name.replaceAll('_', '-'))])),
});
const challenges = ['define_auth_challenge', 'create_auth_challenge', 'verify_auth_challenge_response'];
const challenge = (says: string, broken: Resources, valid: Resources): RefusalCase => ({
  ...{ rule: 'challenge-trigger-missing', broken, valid },
  says: `Cognito refuses sign-ins by ${says}`,
});

const provider = (attribute_mapping: object): Resources => ({
  ...pool({
    schema: ['email', 'given_name'].map((name) => ({
      ...{ name, attribute_data_type: 'String', mutable: true, required: true },
    })),
  }),
  ...member('aws_cognito_identity_provider', 'google', {
    ...{ provider_name: 'Google', provider_type: 'Google', provider_details: { client_id: 'a' } },
    attribute_mapping,
  }),
});

const acl = (group: string): Resources => ({
  ...pool(),
  aws_wafv2_web_acl: {
    pool: {
      ...{ name: 'pool', scope: 'REGIONAL', default_action: { allow: {} } },
      rule: [
        {
          ...{ name: 'group', priority: 1, override_action: { count: {} } },
          statement: { managed_rule_group_statement: { name: group, vendor_name: 'AWS' } },
        },
      ],
    },
  },
  aws_wafv2_web_acl_association: {
    pool: { resource_arn: '${aws_cognito_user_pool.people.arn}', web_acl_arn: '${aws_wafv2_web_acl.pool.arn}' },
  },
});

/** What Cognito accepts, and refuses when users sign in. */
export const signIn: readonly RefusalCase[] = [
  challenge(
    'custom challenges, because the pool has no verify_auth_challenge_response.',
    pool(triggers('define_auth_challenge', 'create_auth_challenge')),
    pool(triggers(...challenges)),
  ),
  challenge(
    'custom challenges, because the pool has no define_auth_challenge and no create_auth_challenge.',
    pool(triggers('verify_auth_challenge_response')),
    // It can ask for the password alone, and look at more than that.
    pool(triggers('define_auth_challenge')),
  ),
  challenge(
    'ALLOW_CUSTOM_AUTH, because the pool has no define_auth_challenge.',
    client({ explicit_auth_flows: ['ALLOW_CUSTOM_AUTH'] }, triggers('pre_sign_up')),
    client({ explicit_auth_flows: ['ALLOW_CUSTOM_AUTH'] }, triggers('define_auth_challenge')),
  ),
  {
    rule: 'required-attribute-not-mapped',
    says: 'Cognito refuses every first sign-in, because given_name is not mapped, which the pool requires.',
    broken: provider({ email: 'email', username: 'sub' }),
    valid: provider({ email: 'email', given_name: 'given_name', username: 'sub' }),
  },
  {
    rule: 'atp-rules-on-user-pool',
    says: 'Cognito refuses a web ACL with AWSManagedRulesATPRuleSet.',
    broken: acl('AWSManagedRulesATPRuleSet'),
    valid: acl('AWSManagedRulesCommonRuleSet'),
  },
];
