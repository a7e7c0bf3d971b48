import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const classicFlowWithRoleMappings = refusalRule({
  id: 'classic-flow-with-role-mappings',
  severity: 'high',
  title: 'Classic flow together with role mappings',
  why: 'In the basic (classic) flow the app chooses the role, so an identity pool that chooses it by rules or tokens gives no OpenID token.',
  remediation: 'Leave out classicFlow (allow_classic_flow); apps get credentials by GetCredentialsForIdentity.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
  find: ({ identityPools }) =>
    violations(
      'identity pool',
      identityPools.filter(
        ({ classicFlow, roleMappings }) => classicFlow === true && knownItems(roleMappings).length > 0,
      ),
      'Cognito refuses the classic flow in an identity pool with role mappings.',
    ),
});
