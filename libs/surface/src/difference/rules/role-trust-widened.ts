import type { Policy, Unknown } from '../../model';
import { changed } from '../changed';
import { hasConditions, isOpen, newlyAllowed, principalsOf, statementsOf } from '../policies';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const roleTrustWidened = differenceRule({
  id: 'role-trust-widened',
  severity: 'critical',
  title: 'Role trust widened',
  why: 'The trust policy decides who can assume a role and use its permissions; the permissions boundary limits what the role can ever be given.',
  remediation: 'Name who may assume the role, restore its conditions, and keep the boundary.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_policy-examples.html',
  sameFactAs: ['role-trusts-any-identity-pool', 'role-trusts-everyone', 'role-trusts-guests'],
  find: ({ roles }) =>
    changed('role', roles, (before, after, name) => {
      const added = newlyAllowed(statementsOf(before.trust), statementsOf(after.trust));
      const open = added.some(isOpen);
      const principals = show([...new Set(added.flatMap((each) => each.principals))]);
      const conditions = added.some(hasConditions) ? ' under other conditions than before' : '';
      return [
        {
          when: added.length > 0,
          severity: open ? undefined : 'high',
          message: open
            ? `Anyone with an AWS account can assume role ${name}.`
            : `Role ${name} can be assumed by ${principals}${conditions}.`,
          before: trustOf(before.trust),
          after: trustOf(after.trust),
        },
        {
          when: before.permissionsBoundary !== undefined && after.permissionsBoundary === undefined,
          severity: 'high',
          message: `Role ${name} can be given any permission: its boundary is removed.`,
          before: show(before.permissionsBoundary),
          after: 'none',
        },
      ];
    }),
});

const trustOf = (policy: Policy<Unknown>): string => statementsOf(policy).map(principalsOf).join('; ') || show(policy);
