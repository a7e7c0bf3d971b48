import { open, refusal, synthApi } from '../../testing/api';
import { type WebAclOptions } from '../index';

const behind = (options: WebAclOptions) =>
  synthApi((api) => {
    api.addRoute('GET /', open);
    api.addWebAcl(options);
  }).resource;

const webAclArn = 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/company/a1b2';
const counted = (metric_name: string) => ({
  cloudwatch_metrics_enabled: true,
  metric_name,
  sampled_requests_enabled: false,
});

it('makes a web ACL with a limit and the groups of rules of AWS, and puts the stage behind it', () => {
  const resource = behind({
    managedRules: ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet'],
    rateLimitPer5Minutes: 2000,
  });

  expect(resource.aws_wafv2_web_acl).toEqual({
    api: {
      name: 'reports',
      scope: 'REGIONAL',
      default_action: { allow: {} },
      rule: [
        {
          name: 'rate-limit',
          priority: 0,
          action: { block: {} },
          statement: {
            rate_based_statement: { limit: 2000, aggregate_key_type: 'IP', evaluation_window_sec: 300 },
          },
          visibility_config: counted('rate-limit'),
        },
        {
          name: 'AWSManagedRulesAmazonIpReputationList',
          priority: 1,
          override_action: { none: {} },
          statement: {
            managed_rule_group_statement: {
              vendor_name: 'AWS',
              name: 'AWSManagedRulesAmazonIpReputationList',
            },
          },
          visibility_config: counted('AWSManagedRulesAmazonIpReputationList'),
        },
        {
          name: 'AWSManagedRulesCommonRuleSet',
          priority: 2,
          override_action: { none: {} },
          statement: {
            managed_rule_group_statement: { vendor_name: 'AWS', name: 'AWSManagedRulesCommonRuleSet' },
          },
          visibility_config: counted('AWSManagedRulesCommonRuleSet'),
        },
      ],
      visibility_config: counted('reports'),
    },
  });
  expect(resource.aws_wafv2_web_acl_association).toEqual({
    api: {
      web_acl_arn: '${aws_wafv2_web_acl.api.arn}',
      resource_arn: '${aws_api_gateway_stage.api.arn}',
    },
  });
});

it('takes a web ACL of another owner, for user pools as well', () => {
  const resource = behind({ webAclArn, userPools: { users: 'arn:aws:cognito-idp:eu-west-1:1:userpool/p' } });

  expect(resource.aws_wafv2_web_acl).toBeUndefined();
  expect(resource.aws_wafv2_web_acl_association).toEqual({
    api: { web_acl_arn: webAclArn, resource_arn: '${aws_api_gateway_stage.api.arn}' },
    users: { web_acl_arn: webAclArn, resource_arn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/p' },
  });
});

it.each<[object, string]>([
  [{}, 'webAcl: expected either webAclArn, or managedRules or rateLimitPer5Minutes, found {"managedRules":[]}'],
  [{ webAclArn, rateLimitPer5Minutes: 100 }, 'webAcl: expected either webAclArn, or managedRules'],
  [{ webAclArn: webAclArn.replace('regional', 'global') }, 'webAcl.webAclArn: expected the ARN of a regional web ACL'],
  [{ rateLimitPer5Minutes: 9 }, 'webAcl.rateLimitPer5Minutes: expected a whole number from 10 to 2000000000'],
  [{ managedRules: ['AWSManagedRulesBotControlRuleSet'] }, 'found "AWSManagedRulesBotControlRuleSet"'],
  [
    { managedRules: ['AWSManagedRulesSQLiRuleSet', 'AWSManagedRulesSQLiRuleSet'] },
    'each once, found "AWSManagedRulesSQLiRuleSet"',
  ],
])('fails when it is %j', (options, expected) => {
  const message = refusal((api) => api.addWebAcl(options));

  expect(message).toContain('test/api/waf, ');
  expect(message).toContain(expected);
});
