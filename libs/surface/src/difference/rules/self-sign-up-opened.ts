import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const selfSignUpOpened = differenceRule({
  id: 'self-sign-up-opened',
  severity: 'high',
  title: 'Self sign-up turned on',
  why: 'Anyone who creates an account passes every route that requires only a token of the pool.',
  remediation: 'Set allow_admin_create_user_only to true.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
  sameFactAs: ['open-sign-up'],
  find: ({ userPools }) =>
    both(userPools).flatMap(({ before, after }) =>
      before.selfSignUp === false && after.selfSignUp === true
        ? [
            {
              at: after,
              subject: `user pool ${nameOf(after.name, after)}`,
              message: `Anyone on the internet can create an account in ${nameOf(after.name, after)}.`,
              before: 'by invitation',
              after: 'open',
            },
          ]
        : [],
    ),
});
