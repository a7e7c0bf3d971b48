import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const userPoolDomainLost = differenceRule({
  id: 'user-pool-domain-lost',
  severity: 'critical',
  title: 'The address of the sign-in pages is lost',
  why: 'The hosted pages and the token endpoint answer at the domain: without it nobody signs in there and machines get no token. A prefix that is given up can be taken by anyone.',
  remediation: 'Keep the domain. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html',
  isLoss: true,
  find: (comparison) =>
    lossesOf(comparison, {
      type: 'aws_cognito_user_pool_domain',
      name: 'domain',
      parent: 'user_pool_id',
    }).map((loss) =>
      lossDifference(
        loss,
        'sign-in domain',
        'nobody can sign in there, machines get no token, and anyone can take the name.',
        'it no longer follows the configuration.',
      ),
    ),
});
