import { lossRule } from '../loss-rule';

export const userPoolDomainLost = lossRule({
  id: 'user-pool-domain-lost',
  severity: 'critical',
  title: 'Sign-in domain lost',
  why: 'The sign-in pages and the token endpoint are at the domain: without it users cannot sign in there and machines get no token. Anyone can claim a prefix that is given up.',
  remediation: 'Keep the domain. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html',
  lost: [
    {
      type: 'aws_cognito_user_pool_domain',
      name: 'domain',
      parent: 'user_pool_id',
      kind: 'sign-in domain',
      gone: 'users cannot sign in there, machines get no token, and anyone can claim the name.',
      forgotten: 'Terraform no longer manages it.',
    },
  ],
});
