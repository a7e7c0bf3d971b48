import { violations } from '../violations';
import { postureRule } from '../../findings/rule';

export const caseSensitiveUsernames = postureRule({
  id: 'case-sensitive-usernames',
  severity: 'medium',
  title: 'Ann@example.com and ann@example.com are two accounts',
  why: 'Where case counts, a stranger signs up with a look-alike of a user’s name. Only a new pool can change it.',
  remediation: 'Set username_configuration.case_sensitive to false before the first user signs up.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ usernameCaseSensitive }) => usernameCaseSensitive === true),
      'Names that differ only in case are different users.',
    ),
});
