import { lossRule } from '../loss-rule';

export const userPoolLost = lossRule({
  id: 'user-pool-lost',
  severity: 'critical',
  title: 'User pool deleted, replaced or forgotten',
  why: 'Deleting a user pool deletes every account in it; passwords cannot be exported or restored. What belongs to the pool goes with it.',
  remediation: 'Keep the pool. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  lost: [
    {
      type: 'aws_cognito_user_pool',
      name: 'name',
      kind: 'user pool',
      gone: 'every account and password in it is lost, and every user is signed out.',
      forgotten: 'Terraform no longer manages its settings.',
    },
  ],
});
