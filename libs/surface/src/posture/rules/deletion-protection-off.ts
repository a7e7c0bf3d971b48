import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const deletionProtectionOff = postureRule({
  id: 'deletion-protection-off',
  severity: 'high',
  title: 'Deletion protection off',
  why: 'Deleting a user pool deletes every account in it, and passwords cannot be restored.',
  remediation: 'Set deletionProtection to true (deletion_protection to ACTIVE).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  isHardening: true,
  fields: ['identity.deletionProtection'],
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ deletionProtection }) => deletionProtection === false),
      'Anyone who can apply Terraform can delete it and every user in it.',
    ),
});
