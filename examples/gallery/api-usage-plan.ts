import { UserPool } from '@gatehouse/cognito';
import { ApiKey, Auth, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Partners sign in, and have a key that counts what they use. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const api = new RestApi(stack, 'api', {
    name: 'acme-reports',
    definition: 'openapi',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [users] });
  const integration = Integration.http({ url: 'https://reports.example.com' });
  api.addRoute('GET /reports', { auth: Auth.idToken(), integration, apiKeyRequired: true });

  const partners = api.addUsagePlan('partners', {
    throttle: { rateLimit: 10, burstLimit: 20 },
    quota: { limit: 10_000, period: 'MONTH' },
    routes: { 'GET /reports': { rateLimit: 1, burstLimit: 2 } },
  });
  partners.addKey(new ApiKey(stack, 'acme', { name: 'acme' }));
};
