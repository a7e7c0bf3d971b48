import { violations } from '../violations';
import { postureRule } from '../../findings/rule';

export const mfaOff = postureRule({
  id: 'mfa-off',
  severity: 'high',
  title: 'Users cannot have a second factor',
  why: 'With MFA off, a leaked password is the whole account, and no user can choose more.',
  remediation:
    'Set mfa_configuration to OPTIONAL or ON, with an authenticator app (identity.mfa in the environment file).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  replaces: ['cdk-nag COG2'],
  fields: ['identity.mfa'],
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ mfa }) => mfa === 'OFF'),
      'A password alone opens every account.',
    ),
});
