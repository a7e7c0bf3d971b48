import { z } from 'zod';
import { flag, text, whole } from './fields';

/**
 * Groups without settings and without a price of their own.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const MANAGED_RULES = [
  'AWSManagedRulesAdminProtectionRuleSet',
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesAnonymousIpList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesLinuxRuleSet',
  'AWSManagedRulesPHPRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesUnixRuleSet',
  'AWSManagedRulesWindowsRuleSet',
  'AWSManagedRulesWordPressRuleSet',
] as const;

export const waf = z
  .strictObject({
    webAclArn: text(
      /^arn:[^:]+:wafv2:[^:]+:\d{12}:regional\/webacl\/[^/]+\/[^/]+$/,
      'the ARN of a regional web ACL: arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>',
      'A web ACL that somebody else owns, instead of rules of your own.',
    ).optional(),
    managedRules: z
      .array(z.enum(MANAGED_RULES).meta({ description: 'One group of rules.' }))
      .min(1, { error: 'at least one group of rules' })
      .optional()
      .meta({
        description:
          'Groups of rules that AWS keeps, in the order in which they are looked at. The common rule set refuses bodies above 8 KB and requests without User-Agent; the anonymous IP list refuses machine clients in hosting providers.',
      }),
    rateLimitPer5Minutes: whole(
      10,
      2_000_000_000,
      'requests',
      'Requests that one IP address may send in five minutes; more are refused with 403. People behind one company network share an address.',
    ).optional(),
    userPool: flag(
      'Whether sign-in at the user pool is behind the same web ACL. False when absent.',
    ).optional(),
  })
  .meta({
    description:
      'Has AWS WAF look at requests before the API does. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  });
