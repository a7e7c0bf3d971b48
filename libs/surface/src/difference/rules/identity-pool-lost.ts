import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const identityPoolLost = differenceRule({
  id: 'identity-pool-lost',
  severity: 'critical',
  title: 'Identity pool deleted, replaced or forgotten',
  why: 'Each user’s identity is an id of the pool. A new pool gives new ids, so users lose what was stored under the old one.',
  remediation: 'Keep the pool. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  isLoss: true,
  find: (comparison) =>
    lossesOf(comparison, { type: 'aws_cognito_identity_pool', name: 'identity_pool_name' }).map((loss) =>
      lossDifference(
        loss,
        'identity pool',
        'users get no AWS credentials from it, and lose what was stored under their identity.',
        'Terraform no longer manages who gets credentials from it.',
      ),
    ),
});
