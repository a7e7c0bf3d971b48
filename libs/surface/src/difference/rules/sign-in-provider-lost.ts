import { lossRule } from '../loss-rule';

export const signInProviderLost = lossRule({
  id: 'sign-in-provider-lost',
  severity: 'high',
  title: 'Identity provider lost',
  why: 'Users who sign in through a company or social account have no password in the pool: without the provider they cannot sign in.',
  remediation: 'Keep the identity provider. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html',
  lost: [
    {
      type: 'aws_cognito_identity_provider',
      name: 'provider_name',
      parent: 'user_pool_id',
      kind: 'identity provider',
      gone: 'its users can no longer sign in.',
      forgotten: 'Terraform no longer manages who signs in with it.',
    },
  ],
});
