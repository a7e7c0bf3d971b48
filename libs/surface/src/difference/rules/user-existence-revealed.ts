import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const userExistenceRevealed = differenceRule({
  id: 'user-existence-revealed',
  severity: 'medium',
  title: 'User existence revealed',
  why: 'An error that distinguishes a wrong user name from a wrong password lets anyone collect the names to try passwords on.',
  remediation: 'Set prevent_user_existence_errors to "ENABLED".',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html',
  sameFactAs: ['user-existence-shown'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => ({
      when: before.hidesUserExistence === true && after.hidesUserExistence === false,
      message: `Anyone can find out through ${name} who has an account.`,
      before: 'hidden',
      after: 'shown',
    })),
});
