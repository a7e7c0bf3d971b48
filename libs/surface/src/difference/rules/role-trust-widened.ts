import { both } from '../pairs';
import { conditionsOf, isForEveryone, newlyAllowed, statementsOf } from '../policies';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const roleTrustWidened = differenceRule({
  id: 'role-trust-widened',
  severity: 'critical',
  title: 'Role trust widened',
  why: 'The trust policy decides who can assume a role and use its permissions; the permissions boundary limits what the role can ever be given.',
  remediation: 'Name who may assume the role, restore its conditions, and keep the boundary.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_policy-examples.html',
  sameFactAs: ['role-trusts-any-identity-pool', 'role-trusts-everyone', 'role-trusts-guests'],
  find: ({ roles }) =>
    both(roles).flatMap(({ before, after }) => {
      const name = nameOf(after.name, after);
      const place = { at: after, subject: `role ${name}` };
      const added = newlyAllowed(statementsOf(before.trust), statementsOf(after.trust));
      const open = added.some(
        (statement) => isForEveryone(statement) && conditionsOf(statement).length === 0,
      );
      const unbound = before.permissionsBoundary !== undefined && after.permissionsBoundary === undefined;
      return [
        ...(added.length > 0
          ? [
              {
                ...place,
                ...(open ? {} : { severity: 'high' as const }),
                message: open
                  ? `Anyone with an AWS account can assume role ${name}.`
                  : `Role ${name} can be assumed by ${show([...new Set(added.flatMap((each) => each.principals))])}${added.some((each) => conditionsOf(each).length > 0) ? ' under other conditions than before' : ''}.`,
                before: trustOf(before.trust),
                after: trustOf(after.trust),
              },
            ]
          : []),
        ...(unbound
          ? [
              {
                ...place,
                severity: 'high' as const,
                message: `Role ${name} can be given any permission: its boundary is removed.`,
                before: show(before.permissionsBoundary),
                after: 'none',
              },
            ]
          : []),
      ];
    }),
});

const trustOf = (policy: Parameters<typeof statementsOf>[0]): string =>
  statementsOf(policy)
    .map((each) => `${show(each.principals)}${conditionsOf(each).length > 0 ? ' with conditions' : ''}`)
    .join('; ') || show(policy);
