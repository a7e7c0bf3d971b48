import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const identityPoolLost = differenceRule({
  id: 'identity-pool-lost',
  severity: 'critical',
  title: 'An identity pool is deleted, replaced or forgotten',
  why: 'The identity of each person is an id of the pool. A new pool gives new ids, so nobody finds what was stored under the old one.',
  remediation: 'Keep the pool. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  isLoss: true,
  find: (comparison) =>
    lossesOf(comparison, { type: 'aws_cognito_identity_pool', name: 'identity_pool_name' }).map((loss) =>
      lossDifference(
        loss,
        'identity pool',
        'nobody gets AWS credentials from it, and what people stored under their identity is out of reach.',
        'whom it gives credentials to no longer follows the configuration.',
      ),
    ),
});
