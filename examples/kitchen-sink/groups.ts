import { type UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { groupScopes } from '@gatehouse/patterns';

/** A group whose people may cancel orders, and an API that asks for that. */
export function addGroups(users: UserPool): void {
  const orders = users.addResourceServer('orders', {
    identifier: 'orders',
    scopes: { read: 'Read orders', cancel: 'Cancel orders' },
  });
  users.addGroup('clerks', { description: 'May cancel orders', precedence: 10 });
  groupScopes(users, { clerks: [orders.scope('cancel')] });

  const api = new RestApi(users, 'orders-api', {
    name: 'kitchen-sink-orders',
    stage: { name: 'v1', throttle: { rateLimit: 100, burstLimit: 200 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('people', { userPools: [users] });
  api.addRoute('DELETE /orders/{id}', {
    auth: Auth.accessToken(orders.scope('cancel')),
    integration: Integration.mock(),
  });
}
