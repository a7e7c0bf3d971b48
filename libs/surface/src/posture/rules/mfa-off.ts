import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const mfaOff = postureRule({
  id: 'mfa-off',
  severity: 'high',
  title: 'MFA off',
  why: 'Without MFA, a leaked password is enough to take over an account, and users cannot opt in.',
  remediation: 'Set mfa to optional or required (mfa_configuration to OPTIONAL or ON), with an authenticator app.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  isHardening: true,
  replaces: ['cdk-nag COG2'],
  fields: ['identity.mfa'],
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ mfa }) => mfa === 'OFF'),
      'Anyone with a user’s password can sign in.',
    ),
});
