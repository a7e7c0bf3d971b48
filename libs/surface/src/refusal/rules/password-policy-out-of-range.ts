import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const passwordPolicyOutOfRange = refusalRule({
  id: 'password-policy-out-of-range',
  severity: 'high',
  title: 'Password policy out of range',
  why: 'A minimum length is 6 to 99 characters, a history 0 to 24 passwords, and a temporary password is valid for up to 365 days.',
  remediation: 'Set a value in the range.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html',
  fields: ['identity.passwordPolicy'],
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ passwordPolicy: policy }) => [
      outOfRange('a minimum length', policy.minLength, 6, 99, 'characters'),
      outOfRange('a history', policy.historySize, 0, 24, 'passwords'),
      outOfRange('temporary passwords', policy.temporaryPasswordValidity, 0, 365, 'days'),
    ]),
});

const outOfRange = (what: string, value: unknown, least: number, most: number, unit: string) => ({
  when: typeof value === 'number' && (value < least || value > most),
  message: `Cognito refuses ${what} of ${String(value)} ${unit}; it accepts ${least} to ${most}.`,
});
