import { isUnknown } from '../../model/value';
import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

export const threatProtectionOff = postureRule({
  id: 'threat-protection-off',
  severity: 'medium',
  title: 'Nothing stops sign-ins that look stolen',
  why: 'Threat protection refuses passwords that are known to have leaked and stops or challenges sign-ins that are unlike the user. It needs the feature plan PLUS, which costs per active user.',
  remediation: 'Set user_pool_tier to PLUS and advanced_security_mode to ENFORCED, or acknowledge the price.',
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
                  ? 'Suspicious sign-ins are only counted.'
                  : 'Suspicious sign-ins go through.',
              after: mode,
            },
          ];
    }),
});
