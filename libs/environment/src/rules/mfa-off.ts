import { type EnvironmentRule } from './rule';

export const mfaOff: EnvironmentRule = {
  id: 'mfa-off',
  fields: ['identity.mfa'],
  expected: '"optional" or "required"',
  why: 'With MFA off, a leaked password is the whole account, and no user can choose more.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  remediation: 'Set it to "optional" or "required".',
  broken: ({ identity }) => (identity?.mfa === 'off' ? [['identity', 'mfa']] : []),
};
