import { UserPool } from '@gatehouse/cognito';
import { Auth, HttpApi, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

const throttle = { rateLimit: 50, burstLimit: 100 };
const accessLog = { retentionDays: 30 };

/** One pool guards two APIs: people of the shop reach both, and each route asks for a scope of its own API. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-shop-users' });
  users.addDomain('domain', { prefix: 'acme-shop' });
  const orders = users.addResourceServer('orders', { identifier: 'shop-orders', scopes: { read: 'Read orders' } });
  const prices = users.addResourceServer('prices', { identifier: 'shop-prices', scopes: { read: 'Read prices' } });
  const app = users.addClient('app', {
    oauth: {
      grant: 'code',
      scopes: ['openid', orders.scope('read'), prices.scope('read')],
      callbackUrls: ['https://shop.example.com/signed-in'],
      logoutUrls: ['https://shop.example.com/'],
    },
  });
  const integration = Integration.http({ url: 'https://backend.example.com/shop' });

  const first = new RestApi(stack, 'orders-api', {
    name: 'acme-shop-orders',
    stage: { name: 'v1', throttle, accessLog },
  });
  first.addCognitoAuthorizer('users', { userPools: [users] });
  first.addRoute('GET /orders', { auth: Auth.accessToken(orders.scope('read')), integration });

  const second = new HttpApi(stack, 'prices-api', { name: 'acme-shop-prices', stage: { throttle, accessLog } });
  second.addJwtAuthorizer('users', { userPool: users, clients: [app] });
  second.addRoute('GET /prices', { auth: Auth.accessToken(prices.scope('read')), integration });
};
