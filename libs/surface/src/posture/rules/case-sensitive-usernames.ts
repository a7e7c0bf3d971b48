import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const caseSensitiveUsernames = postureRule({
  id: 'case-sensitive-usernames',
  severity: 'medium',
  title: 'Case-sensitive usernames',
  why: 'Where case counts, someone else can sign up with a look-alike of a user’s name. It can be changed only in a new pool.',
  remediation:
    'Leave signInCaseSensitive off (set username_configuration.case_sensitive to false) before the first user signs up.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ usernameCaseSensitive }) => usernameCaseSensitive === true),
      'Anyone who can sign up can take another user’s name in different case.',
    ),
});
