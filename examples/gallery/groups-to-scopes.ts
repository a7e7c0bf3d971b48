import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { groupScopes } from '@gatehouse/patterns';
import { type Construct } from 'constructs';

/** Only people of a group may call a route. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const reports = users.addResourceServer('reports', {
    identifier: 'reports',
    scopes: { write: 'Write reports' },
  });
  users.addGroup('admins', { description: 'May write reports', precedence: 1 });
  groupScopes(users, { admins: [reports.scope('write')] });

  const api = new RestApi(stack, 'api', {
    name: 'acme-reports',
    definition: 'openapi',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [users] });
  api.addRoute('POST /reports', {
    auth: Auth.accessToken(reports.scope('write')),
    integration: Integration.mock(),
  });
};
