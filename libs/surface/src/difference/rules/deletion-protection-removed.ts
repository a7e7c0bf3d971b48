import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const deletionProtectionRemoved = differenceRule({
  id: 'deletion-protection-removed',
  severity: 'critical',
  title: 'Deletion protection turned off',
  why: 'Deletion protection makes AWS refuse to delete a user pool by mistake, and deleted accounts cannot be restored.',
  remediation: 'Set deletion_protection to "ACTIVE".',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  sameFactAs: ['deletion-protection-off'],
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => ({
      when: before.deletionProtection === true && after.deletionProtection === false,
      message: `Anyone who can apply Terraform can delete ${name} and every user in it.`,
      before: 'ACTIVE',
      after: 'INACTIVE',
    })),
});
