import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { UserPool } from '@gatehouse/cognito';
import { Auth, HttpApi, Integration } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Requests go into a queue without a function between, by a role that may send messages to it and nothing else. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addDomain('domain', { prefix: 'acme' });
  const orders = users.addResourceServer('orders', { identifier: 'orders', scopes: { write: 'Place orders' } });
  const shop = users.addClient('shop', {
    oauth: { grant: 'clientCredentials', scopes: [orders.scope('write')] },
  });
  const api = new HttpApi(stack, 'api', {
    name: 'acme-orders',
    stage: { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addJwtAuthorizer('users', { userPool: users, clients: [shop] });
  api.addRoute('POST /orders', {
    auth: Auth.accessToken(orders.scope('write')),
    integration: Integration.sendMessage(new SqsQueue(stack, 'queue', { name: 'acme-orders' }), {
      answers: { 200: { status: 202 } },
    }),
  });
};
