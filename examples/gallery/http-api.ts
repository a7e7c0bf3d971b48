import { join } from 'node:path';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Auth, HttpApi, Integration } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** An HTTP API: a machine and an app call it with access tokens that have the scope of the route, and a function answers. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addDomain('domain', { prefix: 'acme-http' });
  const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } });
  const machine = users.addClient('machine', {
    oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] },
  });
  const app = users.addClient('app', { authFlows: { userPassword: true } });
  const service = new LambdaFunction(stack, 'reports', {
    functionName: 'acme-reports',
    code: Code.bundle(join(__dirname, '../functions/reports.ts')),
  });

  const api = new HttpApi(stack, 'api', {
    name: 'acme-reports',
    cors: { allowOrigins: ['https://app.example.com'] },
    stage: { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addJwtAuthorizer('users', { userPool: users, clients: [machine, app] });
  api.addRoute('GET /reports/{id}', {
    auth: Auth.accessToken(reports.scope('read')),
    integration: Integration.lambda(service),
  });
};
