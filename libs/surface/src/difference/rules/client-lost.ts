import { lossDifference } from '../loss-difference';
import { lossesOf } from '../losses';
import { differenceRule } from '../../findings/rule';

export const clientLost = differenceRule({
  id: 'client-lost',
  severity: 'high',
  title: 'An app client is deleted, replaced or forgotten',
  why: 'An app knows its client by id and secret, and both are new on a new one: the app cannot sign anyone in until it is given them, and every session ends.',
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
          'whoever is signed in by it is signed out, and apps that know its id and secret can sign nobody in.',
          'apps can go on using it, and nothing here can change or end that.',
        ),
      ),
});
