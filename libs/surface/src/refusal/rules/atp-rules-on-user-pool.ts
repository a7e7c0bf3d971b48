import { refusalRule } from '../../findings/rule';
import { webAclViolations } from '../../findings/named-violations';

const ATP = 'AWSManagedRulesATPRuleSet';

export const atpRulesOnUserPool = refusalRule({
  id: 'atp-rules-on-user-pool',
  severity: 'high',
  title: 'Account takeover prevention in the web ACL of a user pool',
  why: `AWS WAF cannot read the sign-ins of a user pool, which ${ATP} is about; Cognito’s own threat protection does that.`,
  remediation: 'Take the group out of the web ACL of the user pool, and use threat protection.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html',
  find: ({ webAcls, userPools }) => {
    const pools = new Set(userPools.map(({ address }) => address));
    return webAclViolations(
      webAcls.filter(
        ({ resource, managedGroups = [] }) =>
          pools.has(resource ?? '') && managedGroups.some(({ name }) => name === ATP),
      ),
      `Cognito refuses a web ACL with ${ATP}.`,
    );
  },
});
