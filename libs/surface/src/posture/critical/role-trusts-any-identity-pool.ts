import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';
import { asksFor, trustsOfIdentityPools } from '../trust';

export const roleTrustsAnyIdentityPool = postureRule({
  id: 'role-trusts-any-identity-pool',
  severity: 'critical',
  title: 'Role trusts any account’s identity pool',
  why: 'Identity pools of all AWS accounts are one principal. Without a condition on aud, anyone can create an identity pool with guests in their own account and assume the role.',
  remediation:
    'Add StringEquals "cognito-identity.amazonaws.com:aud": "<id of the identity pool>" to the trust policy.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  find: ({ roles }) =>
    violations(
      'role',
      roles.filter((role) => trustsOfIdentityPools(role).some((statement) => !asksFor(statement, 'aud'))),
      'Anyone with an AWS account can assume it through an identity pool of their own.',
    ),
});
