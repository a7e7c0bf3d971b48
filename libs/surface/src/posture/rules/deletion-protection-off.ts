import { violations } from '../violations';
import { postureRule } from '../../findings/rule';

export const deletionProtectionOff = postureRule({
  id: 'deletion-protection-off',
  severity: 'high',
  title: 'A user pool that one command deletes',
  why: 'A user pool that is deleted takes every account with it, and passwords cannot be restored.',
  remediation: 'Set deletion_protection to ACTIVE (identity.deletionProtection in the environment file).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  fields: ['identity.deletionProtection'],
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ deletionProtection }) => deletionProtection === false),
      'Nothing refuses to delete it with everyone’s account.',
    ),
});
