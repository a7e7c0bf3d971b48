import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const threatProtectionOff = postureRule({
  id: 'threat-protection-off',
  severity: 'medium',
  title: 'Threat protection off',
  why: 'Threat protection refuses passwords that are known to have leaked, and stops or challenges unusual sign-ins. It needs the feature plan PLUS, which is billed per active user.',
  remediation:
    'Set featurePlan to plus and threatProtection.standard to enforced (user_pool_tier PLUS, advanced_security_mode ENFORCED), or suppress the finding: PLUS is billed per active user.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  replaces: ['cdk-nag COG3', 'cdk-nag COG8'],
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ threatProtection: mode }) => {
      if (isUnknown(mode) || mode === 'ENFORCED') return undefined;
      const logged = mode === 'AUDIT' ? '; it is only logged' : '';
      return { message: `Anyone can sign in with a leaked password${logged}.`, after: mode };
    }),
});
