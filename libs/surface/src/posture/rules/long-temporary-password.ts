import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const LONGEST_DAYS = 7;

export const longTemporaryPassword = postureRule({
  id: 'long-temporary-password',
  severity: 'medium',
  title: 'Temporary password valid too long',
  why: `Anyone who finds the invitation of a user who never signed in can take over the account. The default is ${LONGEST_DAYS} days.`,
  remediation: `Set temporary_password_validity_days to ${LONGEST_DAYS} or less; an invitation can be sent again.`,
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ passwordPolicy: { temporaryPasswordValidity: days } }) =>
      isUnknown(days) || days <= LONGEST_DAYS
        ? undefined
        : { message: `Anyone who finds an invitation can use it for ${days} days.`, after: `${days} days` },
    ),
});
