import { isUnknown } from '../../model/value';
import { becameUnknown } from '../became-unknown';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const groupRoleChanged = differenceRule({
  id: 'group-role-changed',
  severity: 'medium',
  title: 'The users of a group get another role of the AWS account',
  why: 'An identity pool can give people the role of their group, and with it all that this role may do.',
  remediation: 'Keep the role, and widen it by the rights that the group needs.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  find: (comparison) =>
    comparison.changesOf('aws_cognito_user_group').flatMap((change) => {
      const { before, after } = change;
      const [was, now] = [before?.['role_arn'], after?.['role_arn']];
      if (!before || !now || now === was) return [];
      // The same role, made again, tells of itself.
      if (isUnknown(now) && was && !becameUnknown(change, was, now, comparison)) return [];
      const name = nameOf(after?.['name'], change);
      return [
        {
          at: change,
          subject: `group ${name}`,
          message: `Users of group ${name} can get the rights of ${was ? 'another role' : 'a role; it had none'}.`,
          before: show(was),
          after: show(now),
        },
      ];
    }),
});
