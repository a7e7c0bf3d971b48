import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { UserPool } from '@gatehouse/cognito';
import { Secret } from '@gatehouse/construct-kit';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { clientSecret } from './providers';

/** What watches over a pool, and what brings users in and out. */
export function addOperations(users: UserPool): void {
  const clients = { watched: users.addClient('watched', { authFlows: { userPassword: true } }) };
  const topic = new SnsTopic(users, 'oncall', { name: 'oncall' });
  const google = { name: 'Google', providerName: 'Google' };
  users.addAlarms('alarms', { name: 'kitchen-sink', topicArn: topic.arn, clients, providers: [google] });
  users.addDashboard('dashboard', { name: 'kitchen-sink', clients, providers: [google] });
  users.addWebAcl('waf', { webAclArn: webAcl(users).arn });

  const password = new SsmParameter(users, 'ann password', {
    name: '/kitchen-sink/ann',
    type: 'SecureString',
    value: 'Correct-horse-battery-9',
  });
  users.addTestUser('ann', {
    username: 'ann@test.example',
    attributes: { emailVerified: 'true', name: 'Ann' },
    password: Secret.parameter(password),
  });
  users.addTestUser('bob', { username: 'bob@test.example', enabled: false });

  addTransfer(users);

  const same = UserPool.fromId(users, 'same', users.userPoolId);
  new TerraformOutput(users, 'watched_client_id', { value: clients.watched.clientId, staticId: true });
  new TerraformOutput(users, 'looked_up_name', { value: same.details.name, staticId: true });
}

const webAcl = (users: UserPool) =>
  new Wafv2WebAcl(users, 'web acl', {
    name: 'kitchen-sink',
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: 'kitchen-sink', sampledRequestsEnabled: false },
  });

/** A pool whose users are exported, and one that they are put into, which does not take every tenant. */
function addTransfer(scope: Construct): void {
  const exported = likePool(scope, 'exported');
  const restored = likePool(scope, 'restored', 8);
  const trusted = ['arn:aws:iam::123456789012:user/administrator'];
  const { keyArn } = exported.addUserExport('export', { name: 'kitchen-sink-export', trusted });
  restored.addUserImport('import', { name: 'kitchen-sink-import', trusted, keyArns: [keyArn] });
}

function likePool(scope: Construct, id: string, maxLength?: number): UserPool {
  const users = new UserPool(scope, id, {
    name: `kitchen-sink-${id}`,
    deletionProtection: false,
    customAttributes: { tenant: { type: 'string', maxLength } },
  });
  users.addGroup(`${id}-editors`, { groupName: 'editors' });
  const google = { clientId: '1.apps.googleusercontent.com', clientSecret: clientSecret(users) };
  const { clientId } = users.addClient(`${id}-app`, {
    authFlows: { userPassword: true },
    oauth: {
      grant: 'code',
      scopes: ['openid'],
      callbackUrls: ['http://localhost:3000/callback'],
      identityProviders: ['cognito', users.addGoogle(`${id}-google`, google)],
    },
  });
  new TerraformOutput(users, `${id}_client_id`, { value: clientId, staticId: true });
  return users;
}
