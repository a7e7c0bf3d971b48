import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const selfSignUpOpened = differenceRule({
  id: 'self-sign-up-opened',
  severity: 'high',
  title: 'Self sign-up turned on',
  why: 'Anyone who creates an account passes every route that requires only a token of the pool.',
  remediation: 'Set allow_admin_create_user_only to true.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
  sameFactAs: ['open-sign-up'],
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => ({
      when: before.selfSignUp === false && after.selfSignUp === true,
      message: `Anyone on the internet can create an account in ${name}.`,
      before: 'by invitation',
      after: 'open',
    })),
});
