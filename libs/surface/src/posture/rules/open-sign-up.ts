import { violations } from '../violations';
import { postureRule } from '../../findings/rule';

export const openSignUp = postureRule({
  id: 'open-sign-up',
  severity: 'medium',
  title: 'Anyone may make an account',
  why: 'With self sign-up, anyone on the internet can make an account, and with it pass every route that asks only for an ID token.',
  remediation:
    'Set allow_admin_create_user_only to true and invite users (identity.selfSignUp); a public product acknowledges the rule.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
  fields: ['identity.selfSignUp'],
  tiers: { production: { severity: 'high' } },
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ selfSignUp }) => selfSignUp === true),
      'Anyone on the internet may make an account.',
    ),
});
