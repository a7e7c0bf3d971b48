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

const attached = (web_acl_arn: string): Resources => ({
  ...pool(),
  aws_wafv2_web_acl_association: { pool: { resource_arn: '${aws_cognito_user_pool.people.arn}', web_acl_arn } },
});
const aclOf = (region: string, scope = 'regional') => `arn:aws:wafv2:${region}:123456789012:${scope}/webacl/pool/a`;

const alarm = (region: string): Resources => ({
  aws_cloudwatch_metric_alarm: {
    throttled: {
      ...{ alarm_name: 'throttled', comparison_operator: 'GreaterThanThreshold', evaluation_periods: 1 },
      alarm_actions: [`arn:aws:sns:${region}:123456789012:on-call`],
    },
  },
});

const key = (region: string) => `arn:aws:kms:${region}:123456789012:key/a`;
const sender = (kms_key_id: string) =>
  pool({
    lambda_config: { custom_email_sender: { lambda_arn: hook('mail'), lambda_version: 'V1_0' }, kms_key_id },
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
    rule: 'trigger-of-another-region',
    says: 'Cognito refuses pre_sign_up of us-east-1 for a user pool of eu-west-1.',
    region: 'eu-west-1',
    broken: pool({ lambda_config: { pre_sign_up: hook('look').replace('eu-west-1', 'us-east-1') } }),
    valid: pool({ lambda_config: { pre_sign_up: hook('look') } }),
  },
  {
    rule: 'trigger-of-another-region',
    says: 'Cognito refuses kms_key_id of us-east-1 for a user pool of eu-west-1.',
    region: 'eu-west-1',
    broken: sender(key('us-east-1')),
    valid: sender(key('eu-west-1')),
  },
  {
    rule: 'alarm-action-of-another-region',
    says: 'CloudWatch refuses an action of us-east-1 for an alarm of eu-west-1.',
    region: 'eu-west-1',
    broken: alarm('us-east-1'),
    valid: alarm('eu-west-1'),
  },
  {
    rule: 'web-acl-of-another-region',
    says: 'AWS WAF refuses a web ACL of us-east-1 in eu-west-1.',
    region: 'eu-west-1',
    broken: attached(aclOf('us-east-1')),
    valid: attached(aclOf('eu-west-1')),
  },
  {
    rule: 'web-acl-of-another-region',
    says: 'AWS WAF refuses a web ACL for CloudFront.',
    region: 'us-east-1',
    broken: attached(aclOf('us-east-1', 'global')),
    valid: attached(aclOf('us-east-1')),
  },
  {
    rule: 'atp-rules-on-user-pool',
    says: 'Cognito refuses a web ACL with AWSManagedRulesATPRuleSet.',
    broken: acl('AWSManagedRulesATPRuleSet'),
    valid: acl('AWSManagedRulesCommonRuleSet'),
  },
];
