import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const userLost = differenceRule({
  id: 'user-lost',
  severity: 'high',
  title: 'User or group deleted',
  why: 'A user who is created again is a new user, with a new id and password; a deleted group takes its permissions with it.',
  remediation: 'Keep it. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html',
  isLoss: true,
  find: (comparison) => [
    ...lossesOf(comparison, { type: 'aws_cognito_user', name: 'username', parent: 'user_pool_id' }).map(
      (loss) =>
        lossDifference(
          loss,
          'user',
          'that user can no longer sign in.',
          'Terraform no longer manages that account.',
        ),
    ),
    ...lossesOf(comparison, { type: 'aws_cognito_user_group', name: 'name', parent: 'user_pool_id' }).map(
      (loss) =>
        lossDifference(
          loss,
          'user group',
          'its members lose the roles and permissions that it gave them.',
          'Terraform no longer manages the permissions of its members.',
        ),
    ),
  ],
});
