import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** An app of people and a machine. `settings` is what differs between environments. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } });
  users.addDomain('domain', { prefix: 'acme' });
  users.addAppClient('app', {
    scopes: [reports.scope('read')],
    settings: { callbackUrls: ['https://app.example.com/callback'], logoutUrls: ['https://app.example.com/'] },
  });
  users.addMachineClient('importer', { scopes: [reports.scope('read')], settings: {} });
};
