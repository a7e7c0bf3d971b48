import { lossRule } from '../loss-rule';

export const userLost = lossRule({
  id: 'user-lost',
  severity: 'high',
  title: 'User or group deleted',
  why: 'A user who is created again is a new user, with a new id and password; a deleted group takes its permissions with it.',
  remediation: 'Keep it. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html',
  lost: [
    {
      type: 'aws_cognito_user',
      name: 'username',
      isPrivate: true,
      parent: 'user_pool_id',
      kind: 'user',
      gone: 'that user can no longer sign in.',
      forgotten: 'Terraform no longer manages that account.',
    },
    {
      type: 'aws_cognito_user_group',
      name: 'name',
      parent: 'user_pool_id',
      kind: 'user group',
      gone: 'its members lose the roles and permissions that it gave them.',
      forgotten: 'Terraform no longer manages the permissions of its members.',
    },
  ],
});
