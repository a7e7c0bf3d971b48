/** Scopes that every user pool has. https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
export const standardScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'] as const;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** In GB. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
export const cacheSizes = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237] as const;

/**
 * Groups of WAF rules that AWS keeps up to date and that need no settings and no subscription.
 *
 * `AWSManagedRulesCommonRuleSet` refuses bodies above 8 KB and requests without a `User-Agent`;
 * `AWSManagedRulesAnonymousIpList` refuses callers in hosting providers, so machine clients as well.
 *
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
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
