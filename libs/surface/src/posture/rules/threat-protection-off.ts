import { isUnknown } from '../../model/value';
import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

export const threatProtectionOff = postureRule({
  id: 'threat-protection-off',
  severity: 'medium',
  title: 'Threat protection off',
  why: 'Threat protection refuses passwords that are known to have leaked, and stops or challenges unusual sign-ins. It needs the feature plan PLUS, which is billed per active user.',
  remediation: 'Set user_pool_tier to PLUS and advanced_security_mode to ENFORCED, or acknowledge the cost.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  replaces: ['cdk-nag COG3', 'cdk-nag COG8'],
  find: ({ userPools }) =>
    userPools.flatMap((pool) => {
      const mode = pool.threatProtection;
      return isUnknown(mode) || mode === 'ENFORCED'
        ? []
        : [
            {
              at: pool,
              subject: `user pool ${nameOf(pool)}`,
              message:
                mode === 'AUDIT'
                  ? 'Anyone can sign in with a leaked password; it is only logged.'
                  : 'Anyone can sign in with a leaked password.',
              after: mode,
            },
          ];
    }),
});
