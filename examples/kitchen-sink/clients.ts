import { type CognitoUserPoolClient } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { type IIdentityProvider, ManagedUserPoolClient, type UserPool, UserPoolClient } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';

/** Clients of every kind, with every setting. */
export function addClients(users: UserPool, providers: readonly IIdentityProvider[]): void {
  const { scope } = addScope(users);
  const output = (id: string, value: string, sensitive = false) =>
    new TerraformOutput(users, id, { value, sensitive, staticId: true });

  const browser = users.addClient('browser', {
    audience: 'browser',
    oauth: {
      grant: 'code',
      scopes: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin', scope],
      callbackUrls: ['http://localhost:3000/', 'https://sink.example.com/'],
      logoutUrls: ['https://sink.example.com/bye'],
      defaultRedirectUri: 'https://sink.example.com/',
      identityProviders: ['cognito', ...providers],
      implicit: { reason: 'The kitchen sink shows everything.' },
    },
    refreshTokenRotation: { gracePeriodSeconds: 0 },
  });
  const mobile = users.addClient('mobile', {
    audience: 'mobile',
    authFlows: { userPassword: true, userSrp: true, custom: true, user: true },
    refreshTokenRotation: { gracePeriodSeconds: 30 },
    readAttributes: [users.attribute('email'), users.attribute('emailVerified'), users.attribute('nickname')],
    writeAttributes: [users.attribute('email'), users.attribute('nickname')],
    authSessionMinutes: 5,
    tokenValidity: { accessMinutes: 10, idMinutes: 10, refreshMinutes: 60 },
  });
  output('browser_client_id', browser.clientId);
  output('mobile_client_id', mobile.clientId);
  addServers(users, scope, output);
  addOfOthers(users);
}

function addServers(users: UserPool, scope: Scope, output: (id: string, value: string, sensitive?: boolean) => void) {
  const server = users.addClient('server', {
    name: 'Web shop',
    generateSecret: true,
    authFlows: { adminUserPassword: true, userPassword: true },
    propagateUserContext: true,
    preventUserExistenceErrors: false,
    tokenRevocation: false,
    readAttributes: 'all',
    writeAttributes: 'all',
    refreshTokenRotation: 'off',
    secret: { generation: 2, previous: true },
    analytics: {
      applicationId: '0123456789abcdef0123456789abcdef',
      externalId: 'kitchen-sink',
      role: { arn: 'arn:aws:iam::123456789012:role/count-sign-ins' },
    },
  });
  const machine = users.addClient('batch', {
    oauth: { grant: 'clientCredentials', scopes: [scope] },
    secret: { generation: 1, next: true },
  });
  machine.secretInSecretsManager({ name: 'kitchen-sink/batch', recoveryDays: 0 });
  const imported = UserPoolClient.fromId(users, 'batch-elsewhere', { clientId: machine.clientId, userPool: users });
  output('server_client_id', server.clientId);
  output('server_client_secret', server.clientSecret, true);
  output('batch_client_id', machine.clientId);
  output('batch_client_secret', machine.clientSecret, true);
  output('batch_client_secret_read', imported.clientSecret, true);
}

/** As another service would make one; the reference to its name lets Terraform find it after it is made. */
function addOfOthers(users: UserPool): void {
  const same = { authFlows: { userSrp: true } };
  const made = users.addClient('search', { name: 'AmazonOpenSearchService-sink', ...same });
  const client = made.node.defaultChild as CognitoUserPoolClient;
  const { name: namePrefix } = client;
  // What the other service would not do: plan its own settings back.
  client.lifecycle = { ignoreChanges: 'all' };
  new ManagedUserPoolClient(users, 'search-settings', { userPool: users, namePrefix, ...same });
}

function addScope(users: UserPool) {
  const scopes = { run: 'Run jobs' };
  return { scope: users.addResourceServer('jobs', { identifier: 'jobs', scopes }).scope('run') };
}

type Scope = ReturnType<typeof addScope>['scope'];
