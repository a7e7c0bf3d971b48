import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A single-page application: sign-in pages, no secret, and refresh tokens that change at each use. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addDomain('domain', { prefix: 'acme' });
  users.addClient('web', {
    audience: 'browser',
    oauth: { grant: 'code', scopes: ['openid', 'email'], callbackUrls: ['https://app.example.com/callback'] },
    refreshTokenRotation: { gracePeriodSeconds: 10 },
  });
};
