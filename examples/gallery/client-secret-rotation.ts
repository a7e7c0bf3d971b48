import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Step 2 of a rotation: callers get the second secret, and the first one works until step 3. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addDomain('domain', { prefix: 'acme' });
  const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } });
  users.addClient('machine', {
    oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] },
    secret: { generation: 2, previous: true },
  });
};
