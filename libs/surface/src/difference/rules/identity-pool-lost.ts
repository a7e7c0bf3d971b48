import { lossRule } from '../loss-rule';

export const identityPoolLost = lossRule({
  id: 'identity-pool-lost',
  severity: 'critical',
  title: 'Identity pool deleted, replaced or forgotten',
  why: 'Each user’s identity is an id of the pool. A new pool gives new ids, so users lose what was stored under the old one.',
  remediation: 'Keep the pool. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  lost: [
    {
      type: 'aws_cognito_identity_pool',
      name: 'identity_pool_name',
      kind: 'identity pool',
      gone: 'users get no AWS credentials from it, and lose what was stored under their identity.',
      forgotten: 'Terraform no longer manages who gets credentials from it.',
    },
  ],
});
