import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const deletionProtectionRemoved = differenceRule({
  id: 'deletion-protection-removed',
  severity: 'critical',
  title: 'Deletion protection turned off',
  why: 'Deletion protection makes AWS refuse to delete a user pool by mistake, and deleted accounts cannot be restored.',
  remediation: 'Set deletion_protection to "ACTIVE".',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  sameFactAs: ['deletion-protection-off'],
  find: ({ userPools }) =>
    both(userPools).flatMap(({ before, after }) =>
      before.deletionProtection === true && after.deletionProtection === false
        ? [
            {
              at: after,
              subject: `user pool ${nameOf(after.name, after)}`,
              message: `Anyone who can run an apply can delete ${nameOf(after.name, after)} with every account.`,
              before: 'ACTIVE',
              after: 'INACTIVE',
            },
          ]
        : [],
    ),
});
