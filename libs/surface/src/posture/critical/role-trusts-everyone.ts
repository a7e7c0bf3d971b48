import { violations } from '../../findings/violations';
import { isEmpty, knownItems } from '../../model/lists';
import { allowing } from '../../iam/allowing';
import { postureRule } from '../../findings/rule';

export const roleTrustsEveryone = postureRule({
  id: 'role-trusts-everyone',
  severity: 'critical',
  title: 'Role trusts every AWS account',
  why: 'A trust policy with the principal "*" and no condition lets everyone with an AWS account assume the role.',
  remediation: 'Name the accounts, services or providers that may assume the role.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  replaces: ['CKV_AWS_60'],
  find: ({ roles }) =>
    violations(
      'role',
      roles.filter(({ trust }) =>
        allowing(trust).some(
          ({ principals, conditions }) => knownItems(principals).includes('*') && isEmpty(conditions),
        ),
      ),
      'Anyone with an AWS account can assume it.',
    ),
});
