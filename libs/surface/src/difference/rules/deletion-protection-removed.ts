import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const deletionProtectionRemoved = differenceRule({
  id: 'deletion-protection-removed',
  severity: 'critical',
  title: 'A user pool can be deleted',
  why: 'Deletion protection is what makes AWS refuse to delete a pool by mistake, and nothing brings back the accounts in it.',
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
              message: `The next mistake can delete every account of ${nameOf(after.name, after)}.`,
              before: 'ACTIVE',
              after: 'INACTIVE',
            },
          ]
        : [],
    ),
});
