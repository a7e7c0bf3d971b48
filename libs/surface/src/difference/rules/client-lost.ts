import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const clientLost = differenceRule({
  id: 'client-lost',
  severity: 'high',
  title: 'App client deleted, replaced or forgotten',
  why: 'An app knows its client by id and secret, and a new client has new ones: until the app has them it cannot sign anyone in, and every session ends.',
  remediation: 'Keep the client. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  isLoss: true,
  find: (comparison) =>
    ['aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client']
      .flatMap((type) => lossesOf(comparison, { type, name: 'name', parent: 'user_pool_id' }))
      .map((loss) =>
        lossDifference(
          loss,
          'app client',
          'its users are signed out, and apps that use its id and secret cannot sign anyone in.',
          'apps can still use it, and Terraform no longer manages it.',
        ),
      ),
});
