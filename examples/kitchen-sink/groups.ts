import { type UserPool } from '@gatehouse/cognito';
import { groupScopes } from '@gatehouse/patterns';

/** A group whose people may write reports. */
export function addGroups(users: UserPool): void {
  const orders = users.addResourceServer('orders', {
    identifier: 'orders',
    scopes: { read: 'Read orders', cancel: 'Cancel orders' },
  });
  users.addGroup('clerks', { description: 'May cancel orders', precedence: 10 });
  groupScopes(users, { clerks: [orders.scope('cancel')] });
}
