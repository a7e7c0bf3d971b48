import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const classicFlow = postureRule({
  id: 'classic-flow',
  severity: 'medium',
  title: 'Classic authentication flow allowed',
  why: 'In the classic flow the app requests a role itself: role mappings are not evaluated, and the policy that limits guest credentials is not applied.',
  remediation: 'Set allow_classic_flow to false.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
  find: ({ identityPools }) =>
    violations(
      'identity pool',
      identityPools.filter(({ classicFlow }) => classicFlow === true),
      'Apps can choose the role that they get credentials for.',
    ),
});
