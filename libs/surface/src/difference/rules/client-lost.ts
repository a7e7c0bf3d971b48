import { lossRule } from '../loss-rule';

export const clientLost = lossRule({
  id: 'client-lost',
  severity: 'high',
  title: 'App client deleted, replaced or forgotten',
  why: 'An app knows its client by id and secret, and a new client has new ones: until the app has them it cannot sign anyone in, and every session ends.',
  remediation: 'Keep the client. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  lost: ['aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client'].map((type) => ({
    type,
    name: 'name',
    parent: 'user_pool_id',
    kind: 'app client',
    gone: 'its users are signed out, and apps that use its id and secret cannot sign anyone in.',
    forgotten: 'apps can still use it, and Terraform no longer manages it.',
  })),
});
