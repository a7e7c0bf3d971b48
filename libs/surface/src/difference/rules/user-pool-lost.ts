import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const userPoolLost = differenceRule({
  id: 'user-pool-lost',
  severity: 'critical',
  title: 'A user pool is deleted, replaced or forgotten',
  why: 'A user pool takes every account with it, and passwords cannot be exported or restored. What belongs to it goes as well.',
  remediation: 'Keep the pool. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  isLoss: true,
  find: (comparison) =>
    lossesOf(comparison, { type: 'aws_cognito_user_pool', name: 'name' }).map((loss) =>
      lossDifference(
        loss,
        'user pool',
        'every account in it is gone, with its password, and everyone is signed out.',
        'its settings no longer follow the configuration.',
      ),
    ),
});
