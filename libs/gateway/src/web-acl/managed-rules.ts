/**
 * Groups of rules that AWS keeps up to date and that need no settings and no subscription.
 *
 * `AWSManagedRulesCommonRuleSet` refuses bodies above 8 KB and requests without a `User-Agent`;
 * `AWSManagedRulesAnonymousIpList` refuses callers in hosting providers, so machine clients as well.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedRules = [
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

export type ManagedRules = (typeof managedRules)[number];
