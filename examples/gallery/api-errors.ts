import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Errors that API Gateway answers itself, as pages and clients need them. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const api = new RestApi(stack, 'api', {
    name: 'acme-reports',
    definition: 'openapi',
    cors: { allowOrigins: ['https://app.example.com'], exposeHeaders: ['X-Request-Id'] },
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [users] });
  const integration = Integration.http({ url: 'https://reports.example.com' });
  api.addRoute('GET /reports', { auth: Auth.idToken(), integration });

  api.addGatewayResponse('THROTTLED', { headers: { 'Retry-After': '1' } });
  api.addGatewayResponse('DEFAULT_5XX', {
    headers: { 'X-Request-Id': { from: 'context.requestId' } },
    templates: { 'application/json': '{"message": $context.error.messageString, "id": "$context.requestId"}' },
  });
};
