import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const signInProviderLost = differenceRule({
  id: 'sign-in-provider-lost',
  severity: 'high',
  title: 'People can no longer sign in with another account of theirs',
  why: 'Who signs in through a company or social account has no password in the pool: without the provider there is no other way in.',
  remediation: 'Keep the identity provider. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html',
  isLoss: true,
  find: (comparison) =>
    lossesOf(comparison, {
      type: 'aws_cognito_identity_provider',
      name: 'provider_name',
      parent: 'user_pool_id',
    }).map((loss) =>
      lossDifference(
        loss,
        'identity provider',
        'nobody who signs in with it gets in.',
        'who gets in with it no longer follows the configuration.',
      ),
    ),
});
