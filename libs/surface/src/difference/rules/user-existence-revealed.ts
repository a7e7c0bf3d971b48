import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const userExistenceRevealed = differenceRule({
  id: 'user-existence-revealed',
  severity: 'medium',
  title: 'User existence revealed',
  why: 'An error that distinguishes a wrong user name from a wrong password lets anyone collect the names to try passwords on.',
  remediation: 'Set prevent_user_existence_errors to "ENABLED".',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html',
  sameFactAs: ['user-existence-shown'],
  find: ({ clients }) =>
    both(clients).flatMap(({ before, after }) =>
      before.hidesUserExistence === true && after.hidesUserExistence === false
        ? [
            {
              at: after,
              subject: `app client ${nameOf(after.name, after)}`,
              message: `Anyone can find out through ${nameOf(after.name, after)} who has an account.`,
              before: 'hidden',
              after: 'shown',
            },
          ]
        : [],
    ),
});
