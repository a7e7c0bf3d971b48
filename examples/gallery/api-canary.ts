import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** One request of ten gets what is new, until `npx nx canary dev --promote` gives it to everyone or `--rollback` to nobody. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const api = new RestApi(stack, 'api', {
    name: 'acme-reports',
    definition: 'openapi',
    stage: {
      name: 'v1',
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLog: { retentionDays: 30 },
      canary: { percentTraffic: 10 },
    },
  });
  api.addCognitoAuthorizer('users', { userPools: [users] });
  const integration = Integration.http({ url: 'https://reports-2.example.com' });
  api.addRoute('GET /reports', { auth: Auth.idToken(), integration });
};
