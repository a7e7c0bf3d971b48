import { violations } from '../violations';
import { postureRule } from '../../findings/rule';

export const classicFlow = postureRule({
  id: 'classic-flow',
  severity: 'medium',
  title: 'Credentials without Cognito’s own limits',
  why: 'In the classic flow the app itself asks for a role: role mappings are not asked, and the policy that narrows guests’ credentials is not applied.',
  remediation: 'Set allow_classic_flow to false.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
  find: ({ identityPools }) =>
    violations(
      'identity pool',
      identityPools.filter(({ classicFlow }) => classicFlow === true),
      'The app chooses the role for which it gets credentials.',
    ),
});
