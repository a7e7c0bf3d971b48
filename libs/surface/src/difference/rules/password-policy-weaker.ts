import type { PasswordPolicy, Unknown } from '../../model';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

type Policy = PasswordPolicy<Unknown>;

export const passwordPolicyWeaker = differenceRule({
  id: 'password-policy-weaker',
  severity: 'high',
  title: 'Password policy weakened',
  why: 'Short and simple passwords fall to guessing and to lists of leaked passwords.',
  remediation: 'Restore password_policy.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  sameFactAs: ['short-password', 'long-temporary-password'],
  find: ({ userPools }) =>
    both(userPools).flatMap(({ before, after }) => {
      const weaker = CHECKS.filter(({ isWeaker }) => isWeaker(before.passwordPolicy, after.passwordPolicy));
      if (weaker.length === 0) return [];
      const name = nameOf(after.name, after);
      return [
        {
          at: after,
          subject: `user pool ${name}`,
          message: `Users of ${name} can choose weaker passwords: ${weaker.map(({ what }) => what).join(', ')}.`,
          before: weaker.map(({ what, read }) => `${what} ${String(read(before.passwordPolicy))}`).join(', '),
          after: weaker.map(({ what, read }) => `${what} ${String(read(after.passwordPolicy))}`).join(', '),
        },
      ];
    }),
});

interface Check {
  readonly what: string;
  readonly read: (policy: Policy) => unknown;
  readonly isWeaker: (before: Policy, after: Policy) => boolean;
}

const less = (what: string, read: (policy: Policy) => number | Unknown, sign = 1): Check => ({
  what,
  read,
  isWeaker: (before, after) => {
    const [was, now] = [read(before), read(after)];
    return typeof was === 'number' && typeof now === 'number' && (was - now) * sign > 0;
  },
});

const dropped = (what: string, read: (policy: Policy) => boolean | Unknown): Check => ({
  what,
  read,
  isWeaker: (before, after) => read(before) === true && read(after) === false,
});

const CHECKS: readonly Check[] = [
  less('length', ({ minLength }) => minLength),
  dropped('lowercase letters', ({ requireLowercase }) => requireLowercase),
  dropped('uppercase letters', ({ requireUppercase }) => requireUppercase),
  dropped('digits', ({ requireDigits }) => requireDigits),
  dropped('symbols', ({ requireSymbols }) => requireSymbols),
  less('password history', ({ historySize }) => historySize),
  less(
    'days a temporary password is valid',
    ({ temporaryPasswordValidity }) => temporaryPasswordValidity,
    -1,
  ),
];
