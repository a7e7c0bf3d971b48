import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const openSignUp = postureRule({
  id: 'open-sign-up',
  severity: 'medium',
  title: 'Self sign-up open',
  why: 'With self sign-up, anyone on the internet can create an account, and with it pass every route that requires only an ID token.',
  remediation:
    'Set selfSignUp to false (allow_admin_create_user_only to true) and invite users. If the product is public, suppress the finding.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
  fields: ['identity.selfSignUp'],
  tiers: { production: { severity: 'high' } },
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ selfSignUp }) => selfSignUp === true),
      'Anyone on the internet can create an account.',
    ),
});
