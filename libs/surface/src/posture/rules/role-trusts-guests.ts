import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';
import { asksFor, trustsOfIdentityPools } from '../trust';

export const roleTrustsGuests = postureRule({
  id: 'role-trusts-guests',
  severity: 'high',
  title: 'Role trusts guests and users alike',
  why: 'Without a condition on amr, a guest of the identity pool can assume the role that is for users, or the other way round.',
  remediation:
    'Add ForAnyValue:StringLike "cognito-identity.amazonaws.com:amr": "authenticated" (or "unauthenticated").',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  find: ({ roles }) =>
    violations(
      'role',
      roles.filter((role) => trustsOfIdentityPools(role).some((statement) => !asksFor(statement, 'amr'))),
      'Guests and signed-in users of the identity pool can assume it alike.',
    ),
});
