import { violations } from '../violations';
import { postureRule } from '../../findings/rule';
import { asksFor, trustsOfIdentityPools } from '../trust';

export const roleTrustsAnyIdentityPool = postureRule({
  id: 'role-trusts-any-identity-pool',
  severity: 'critical',
  title: 'A role that identity pools of strangers hand out',
  why: 'Identity pools of all AWS accounts are one principal. Without a condition on the audience, anyone makes a pool with guests in an account of their own and takes the role.',
  remediation:
    'Add StringEquals "cognito-identity.amazonaws.com:aud": "<id of the identity pool>" to the trust policy.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  find: ({ roles }) =>
    violations(
      'role',
      roles.filter((role) => trustsOfIdentityPools(role).some((statement) => !asksFor(statement, 'aud'))),
      'Anyone with an AWS account may take it.',
    ),
});
