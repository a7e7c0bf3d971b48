import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Id and secret of a machine in Secrets Manager, where its service reads them. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addDomain('domain', { prefix: 'acme' });
  const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } });
  const machine = users.addClient('machine', {
    oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] },
  });
  machine.secretInSecretsManager({ name: 'acme/machine' });
};
