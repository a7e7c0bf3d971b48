import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { isUnknown } from '../../model/value';
import type { Comparison } from '../comparison';
import { hadValue } from '../hidden/had-value';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { ofExistingPool } from '../of-existing-pool';
import { show } from '../show';

export const groupRoleChanged = differenceRule({
  id: 'group-role-changed',
  severity: 'medium',
  title: 'Role of a user group changed',
  why: 'An identity pool can give users the role of their group, and with it all permissions of that role; of several groups the one with the lowest precedence decides.',
  remediation: 'Keep the role, and add the permissions that the group needs.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  find: (comparison) =>
    comparison.changesOf('aws_cognito_user_group').flatMap((change) => {
      const subject = `group ${nameOfChange(change)}`;
      return violationsAt(change, subject, [role(change, subject, comparison), precedence(change, subject)]);
    }),
});

function role(change: PlannedChange, subject: string, comparison: Comparison): Found {
  const { before, after } = change;
  const [was, now] = [before?.['role_arn'], after?.['role_arn']];
  if (!now || now === was) return undefined;
  if (!before && !ofExistingPool({ part: change, id: after?.['user_pool_id'] }, comparison)) return undefined;
  // The same role, made again, tells of itself.
  if (isUnknown(now) && was && hadValue(change, now, JSON.stringify(was), comparison)) return undefined;
  const had = !before ? 'a role; the group is new' : was ? 'another role' : 'a role; the group had none';
  return {
    message: `Users of ${subject} can get the permissions of ${had}.`,
    before: show(was),
    after: show(now),
  };
}

function precedence({ before, after }: PlannedChange, subject: string): Found {
  const [was, now] = [before?.['precedence'], after?.['precedence']];
  return {
    when: !!before && !!after?.['role_arn'] && typeof now === 'number' && (typeof was !== 'number' || now < was),
    message: `Users of ${subject} who are in other groups too can get its role in place of the role of those.`,
    before: show(was),
    after: show(now),
  };
}
