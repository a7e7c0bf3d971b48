import { passwordPolicy } from '@gatehouse/testing/environment-fields';

/** Checks the types of all sources of an app. */
export const ALL_SOURCES = JSON.stringify({
  extends: '../../tsconfig.base.json',
  include: ['**/*.ts'],
  exclude: ['node_modules', 'cdktf.out', 'dist'],
});

/**
 * An environment of the tests' own: two user pools, two APIs in stacks of their own, a function and a log group. Texts, because a
 * tool imports no construct.
 */
export const fixtureFiles: Readonly<Record<string, string>> = {
  'environments/base.json': JSON.stringify(
    {
      region: 'eu-west-1',
      identity: {
        selfSignUp: true,
        deletionProtection: false,
        mfa: 'off',
        passwordPolicy,
      },
      clients: {},
      api: {
        stage: 'test',
        cors: {
          allowOrigins: ['http://localhost:3000'],
          allowHeaders: ['Authorization', 'Content-Type'],
          allowCredentials: false,
          maxAgeSeconds: 600,
        },
        throttle: { rateLimit: 100, burstLimit: 200 },
        logs: { retentionDays: 1, level: 'INFO' },
        metrics: false,
        tracing: false,
      },
    },
    null,
    2,
  ),
  'environments/local.json': JSON.stringify(
    {
      extends: './base.json',
      tier: 'local',
      account: '123456789012',
      endpoint: 'http://127.0.0.1:4599',
      state: { bucket: 'fixture-state', region: 'eu-west-1', kmsKey: 'alias/gatehouse-state' },
    },
    null,
    2,
  ),
  'apps/local/users.json': JSON.stringify({
    users: [
      { username: 'ada@example.com', password: 'correct-horse-1A', groups: ['admins'], attributes: { name: 'Ada' } },
    ],
  }),
  'environments/bootstrap.json': JSON.stringify({ github: { repository: 'example/fixture' } }),
  'apps/echo/package.json': JSON.stringify({
    name: '@fixture/echo',
    version: '0.0.0',
    private: true,
    nx: { name: 'echo', tags: ['type:service'] },
  }),
  'apps/echo/tsconfig.json': ALL_SOURCES,
  // An npm start checks types beside what it serves: those of AWS's resources take half a minute, and few tests are about them.
  'apps/local/tsconfig.json': JSON.stringify({ extends: '../../tsconfig.base.json', files: ['nothing.ts'] }),
  'apps/local/nothing.ts': 'export {};\n',
  'apps/echo/src/index.ts': `import { type APIGatewayProxyEvent } from 'aws-lambda';

export const handler = (event: APIGatewayProxyEvent) =>
  Promise.resolve({ statusCode: 200, body: JSON.stringify({ claims: event.requestContext.authorizer?.['claims'] }) });
`,
  'apps/local/main.ts': `import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { UserPool, UserPoolClient } from '@gatehouse/cognito';
import { type Environment, resourceName } from '@gatehouse/environment';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { RestApi } from '@gatehouse/gateway';
import { environment, EnvironmentStack } from '@gatehouse/platform';
import { addDeskRoutes, addShopRoutes } from './routes';

export default environment('local', {}, (app, env) => {
  const people = new EnvironmentStack(app, 'people', env);
  const staff = poolOf(people, 'staff', env);
  staff.addResourceServer('orders', { identifier: 'orders', scopes: { read: 'Read orders', write: 'Write orders' } });
  new UserPoolClient(people, 'desk', { userPool: staff, authFlows: { userPassword: true } });
  const scopes = ['orders/read', 'orders/write'] as const;
  new UserPoolClient(people, 'batch', { userPool: staff, oauth: { grant: 'clientCredentials', scopes } });
  const customers = poolOf(people, 'customers', env);
  new UserPoolClient(people, 'web', { userPool: customers, authFlows: { userSrp: true } });

  const backend = new EnvironmentStack(app, 'desk', env);
  const echo = new LambdaFunction(backend, 'echo', {
    functionName: resourceName(env, 'echo'),
    code: Code.service('echo'),
    logRetentionDays: 1,
  });
  const desk = apiOf(backend, 'desk', env);
  desk.addCognitoAuthorizer('staff', { userPools: [staff] });
  addDeskRoutes(desk, echo);

  const shopping = new EnvironmentStack(app, 'shop', env);
  new CloudwatchLogGroup(shopping, 'orders', { name: resourceName(env, 'orders'), retentionInDays: 1 });
  const shop = apiOf(shopping, 'shop', env);
  shop.addCognitoAuthorizer('customers', { userPools: [customers] });
  addShopRoutes(shop);
});

const poolOf = (stack: EnvironmentStack, name: string, env: Environment) =>
  new UserPool(stack, name, { name: resourceName(env, name), ...env.identity, email: undefined });

const apiOf = (stack: EnvironmentStack, name: string, env: Environment) => {
  const { cors, logs, stage, throttle } = env.api;
  const accessLog = { retentionDays: logs.retentionDays };
  return new RestApi(stack, name, { name: resourceName(env, name), cors, stage: { name: stage, throttle, accessLog } });
};
`,
  'apps/local/routes.ts': `import { Auth, Integration, type LambdaTarget, type RestApi } from '@gatehouse/gateway';

export function addDeskRoutes(api: RestApi, service: LambdaTarget): void {
  const integration = Integration.lambda(service);
  const [read, write] = [Auth.accessToken('orders/read'), Auth.accessToken('orders/write')];

  api.addRoute('GET /health', { auth: Auth.public('Uptime checks have no account'), integration: Integration.mock() });
  api.addRoute('GET /me', { auth: Auth.idToken(), integration });
  api.addRoute('GET /orders', { auth: read, integration });
  api.addRoute('POST /orders', { auth: write, integration, body: order });
}

export function addShopRoutes(api: RestApi): void {
  api.addRoute('GET /basket/{id}', { auth: Auth.idToken(), integration: Integration.mock() });
}

const order = { type: 'object', required: ['item'], properties: { item: { type: 'string', minLength: 3 } } } as const;
`,
};
