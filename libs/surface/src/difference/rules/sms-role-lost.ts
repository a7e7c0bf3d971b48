import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const smsRoleLost = differenceRule({
  id: 'sms-role-lost',
  severity: 'high',
  title: 'Role for text messages deleted, and its user pool stays',
  why: 'The AWS provider 5.100 keeps sms_configuration when it is taken out, and shows no change of the pool. Cognito checks the role at each update, so the pool can send no text message and no longer be changed.',
  remediation: 'Keep the role and sms_configuration for as long as the pool, and turn off what uses text messages.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html',
  find: ({ changesOf, after }) => {
    const deleted = new Map(
      changesOf('aws_iam_role')
        .filter(({ action }) => action === 'delete')
        .map((role) => [role.before?.['arn'], nameOfChange(role)]),
    );
    return violations('user pool', after.userPools, ({ smsRole }) => {
      const role = typeof smsRole === 'string' ? deleted.get(smsRole) : undefined;
      return {
        when: role !== undefined,
        message: `It sends text messages with role ${role}, which is deleted.`,
        before: String(smsRole),
        after: 'deleted',
      };
    });
  },
});
