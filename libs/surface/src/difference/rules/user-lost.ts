import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const userLost = differenceRule({
  id: 'user-lost',
  severity: 'high',
  title: 'A user, or a group that gives users rights, is deleted',
  why: 'A user who is made again is another user, with another id and password; a group that is gone takes the rights it gave.',
  remediation: 'Keep it. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html',
  isLoss: true,
  find: (comparison) => [
    ...lossesOf(comparison, { type: 'aws_cognito_user', name: 'username', parent: 'user_pool_id' }).map(
      (loss) =>
        lossDifference(
          loss,
          'user',
          'that person cannot sign in any more.',
          'that account no longer follows the configuration.',
        ),
    ),
    ...lossesOf(comparison, { type: 'aws_cognito_user_group', name: 'name', parent: 'user_pool_id' }).map(
      (loss) =>
        lossDifference(
          loss,
          'user group',
          'its members lose the roles and rights that it gave them.',
          'the rights of its members no longer follow the configuration.',
        ),
    ),
  ],
});
