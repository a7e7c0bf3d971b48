import type { PasswordPolicy, Unknown } from '../../model';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

/** The parts of a policy: what they are called, and whether less or more is weaker. */
const PARTS = [
  ['length', 'minLength', 'less'],
  ['lowercase letters', 'requireLowercase', 'less'],
  ['uppercase letters', 'requireUppercase', 'less'],
  ['digits', 'requireDigits', 'less'],
  ['symbols', 'requireSymbols', 'less'],
  ['password history', 'historySize', 'less'],
  ['days a temporary password is valid', 'temporaryPasswordValidity', 'more'],
] as const;

export const passwordPolicyWeaker = differenceRule({
  id: 'password-policy-weaker',
  severity: 'high',
  title: 'Password policy weakened',
  why: 'Short and simple passwords fall to guessing and to lists of leaked passwords.',
  remediation: 'Restore password_policy.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  sameFactAs: ['short-password', 'long-temporary-password'],
  find: ({ userPools }) =>
    changed('user pool', userPools, ({ passwordPolicy: before }, { passwordPolicy: after }, name) => {
      const weaker = PARTS.filter(([, part, weak]) => {
        // What is unknown is no number, and neither less nor more.
        const [was, now] = [Number(before[part]), Number(after[part])];
        return weak === 'less' ? now < was : now > was;
      });
      if (weaker.length === 0) return undefined;
      const valuesOf = (policy: PasswordPolicy<Unknown>) =>
        weaker.map(([what, part]) => `${what} ${String(policy[part])}`).join(', ');
      return {
        message: `Users of ${name} can choose weaker passwords: ${weaker.map(([what]) => what).join(', ')}.`,
        before: valuesOf(before),
        after: valuesOf(after),
      };
    }),
});
