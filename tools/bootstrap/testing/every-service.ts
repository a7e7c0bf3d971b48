import { type FixtureWorkspace } from '@gatehouse/local-tools/fixture-workspace';

/**
 * Gives `local` everything that our constructs make: what stands before an API, around it, and beside its people. But for the
 * record in Route 53, after which the provider waits for 10 to 30 seconds.
 */
export const writeEveryService = (workspace: FixtureWorkspace): void => workspace.write('apps/local/main.ts', app);

const app = `import { IdentityPool, UserPool } from '@gatehouse/cognito';
import { resourceName } from '@gatehouse/environment';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Integration, OpenApiRestApi } from '@gatehouse/gateway';
import { environment, EnvironmentStack } from '@gatehouse/platform';

export default environment('local', {}, (app, env) => {
  const identity = new EnvironmentStack(app, 'identity', env);
  const users = new UserPool(identity, 'users', { name: resourceName(env, 'users'), ...env.identity, email: undefined });
  const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } });
  users.addMachineClient('machine', { scopes: [reports.scope('read')], settings: {} });
  const people = new IdentityPool(identity, 'people', {
    name: resourceName(env, 'people'),
    clients: [users.addAppClient('app', { scopes: [], settings: { authFlows: { userSrp: true } } })],
    guests: true,
  });
  for (const who of [people.authenticated, people.guests]) who.allow(['s3:GetObject'], [photos]);

  const backend = new EnvironmentStack(app, 'api', env);
  const service = new LambdaFunction(backend, 'service', {
    functionName: resourceName(env, 'service'),
    code: Code.service('echo'),
    logRetentionDays: 1,
  });
  const { cors, logs, stage, throttle } = env.api;
  const api = new OpenApiRestApi(backend, 'api', {
    name: resourceName(env, 'api'),
    cors,
    stage: {
      name: stage,
      throttle,
      accessLog: { retentionDays: logs.retentionDays },
      loggingLevel: logs.level,
      cache: { sizeGb: 0.5, ttlSeconds: 60 },
    },
    document,
    source: 'apps/local/main.ts',
    authorizer: { id: 'users', userPools: [users] },
    integration: Integration.lambda(service),
  });
  api.addDomain({
    name: 'api.example.com',
    certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a',
    basePath: 'v1',
  });
  api.addWebAcl({
    managedRules: ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet'],
    rateLimitPer5Minutes: 2000,
    userPools: { users: users.userPoolArn },
  });
  api.addAlarms({
    email: 'alerts@example.com',
    serverErrorPercent: 1,
    clientErrorPercent: 20,
    latencyP99Milliseconds: 3000,
    unauthorizedPer5Minutes: 500,
    throttledPer5Minutes: 100,
  });
});

const photos = 'arn:aws:s3:::photos/\${cognito-identity.amazonaws.com:sub}/*';

const responses = { 200: { description: 'Yes' } };
const schema = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };
const document = {
  openapi: '3.0.3',
  info: { title: 'Reports', version: '1' },
  paths: {
    '/health': {
      get: { 'x-gatehouse-public': 'Uptime checks', 'x-gatehouse-cached': true, 'x-gatehouse-mock': {}, responses },
    },
    '/reports': {
      get: { security: [{ users: ['reports/read'] }], responses },
      post: { requestBody: { required: true, content: { 'application/json': { schema } } }, responses },
    },
  },
};
`;
