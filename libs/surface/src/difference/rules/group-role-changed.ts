import { nameOfChange } from '../../changes/name-of-change';
import { isUnknown } from '../../model/value';
import { hadValue } from '../hidden/had-value';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const groupRoleChanged = differenceRule({
  id: 'group-role-changed',
  severity: 'medium',
  title: 'Role of a user group changed',
  why: 'An identity pool can give users the role of their group, and with it all permissions of that role.',
  remediation: 'Keep the role, and add the permissions that the group needs.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  find: (comparison) =>
    comparison.changesOf('aws_cognito_user_group').flatMap((change) => {
      const { before, after } = change;
      const [was, now] = [before?.['role_arn'], after?.['role_arn']];
      if (!before || !now || now === was) return [];
      // The same role, made again, tells of itself.
      if (isUnknown(now) && was && hadValue(change, now, JSON.stringify(was), comparison)) return [];
      const subject = `group ${nameOfChange(change)}`;
      return [
        {
          at: change,
          subject,
          message: `Users of ${subject} can get the permissions of ${was ? 'another role' : 'a role; the group had none'}.`,
          before: show(was),
          after: show(now),
        },
      ];
    }),
});
