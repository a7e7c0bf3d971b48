import { synth, validationErrors } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { UserPool, UserPoolClient } from '../index';

type Users = UserPool<'tenant'>;

const topicArn = 'arn:aws:sns:eu-west-1:111111111111:oncall';
const webAclArn = 'arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/acme/1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';

const resourcesOf = (add: (users: Users) => void) =>
  synth((stack) =>
    add(new UserPool(stack, 'users', { name: 'users', customAttributes: { tenant: { type: 'string' } } })),
  ).resource;

const appOf = (users: Users) => users.addClient('app', { authFlows: { userSrp: true } });

it('watches a pool where its metrics are', () => {
  const errors = (userPoolId: string) =>
    validationErrors((stack) => {
      const users = UserPool.fromId(stack, 'users', userPoolId);
      const app = UserPoolClient.fromId(stack, 'app', { clientId: '1h57kf5cpq17m0eml12', userPool: users });
      users.addAlarms('alarms', { name: 'acme', topicArn, clients: { app } });
    });

  expect(errors('eu-west-1_AbCdEf123')).toEqual([]);
  expect(errors('us-east-1_AbCdEf123')).toEqual([
    '[test/users/alarms] userPool: expected a user pool of eu-west-1, where the stack makes the alarms, found "us-east-1_AbCdEf123". ' +
      'Make them in a stack whose provider is of us-east-1: CloudWatch has the metrics of a pool in its own region alone.',
  ]);
});

it('watches clients of the pool alone', () => {
  const watch = (add: (users: UserPool, clients: Record<string, UserPoolClient>) => unknown) => () =>
    synth((stack) => {
      const other = new UserPool(stack, 'others', { name: 'others' }).addClient('app', {
        authFlows: { userSrp: true },
      });
      add(new UserPool(stack, 'users', { name: 'users' }), { other });
    });
  const message = 'clients.other: expected a client of this user pool, found the construct test/others/app.';

  expect(watch((users, clients) => users.addAlarms('alarms', { name: 'a', topicArn, clients }))).toThrow(message);
  expect(watch((users, clients) => users.addDashboard('board', { name: 'a', clients }))).toThrow(message);
});

describe('a web ACL', () => {
  it('looks at what is sent to the pool', () => {
    expect(resourcesOf((users) => users.addWebAcl('waf', { webAclArn })).aws_wafv2_web_acl_association).toEqual({
      waf: { resource_arn: '${aws_cognito_user_pool.users.arn}', web_acl_arn: webAclArn },
    });
  });

  it('fails when it is global', () => {
    const globalArn = webAclArn.replace('regional', 'global');
    expect(() => resourcesOf((users) => users.addWebAcl('waf', { webAclArn: globalArn }))).toThrow(
      'test/users/waf, webAclArn: expected the ARN of a regional web ACL',
    );
  });
});

describe('alarms of a user pool', () => {
  const alarmsOf = (add: (users: Users) => void) => resourcesOf(add).aws_cloudwatch_metric_alarm ?? {};

  it('count failed sign-ins, new accounts and throttled requests of each client', () => {
    const alarms = alarmsOf((users) =>
      users.addAlarms('alarms', { name: 'acme', topicArn, clients: { app: appOf(users) } }),
    );
    expect(Object.keys(alarms)).toEqual(['alarms_app_sign_in_failures', 'alarms_app_sign_ups', 'alarms_app_throttles']);
    const metric = (stat: string) => ({
      namespace: 'AWS/Cognito',
      metric_name: 'SignInSuccesses',
      dimensions: {
        UserPool: '${aws_cognito_user_pool.users.id}',
        UserPoolClient: '${aws_cognito_user_pool_client.app.id}',
      },
      period: 300,
      stat,
    });
    expect(alarms.alarms_app_sign_in_failures).toEqual({
      alarm_name: 'acme-app-sign-in-failures',
      alarm_description: 'More than 100 in five minutes: app-sign-in-failures',
      comparison_operator: 'GreaterThanThreshold',
      threshold: 100,
      evaluation_periods: 1,
      treat_missing_data: 'notBreaching',
      alarm_actions: [topicArn],
      ok_actions: [topicArn],
      metric_query: [
        { id: 'failures', expression: 'requests - successes', label: 'failures', return_data: true },
        { id: 'requests', return_data: false, metric: metric('SampleCount') },
        { id: 'successes', return_data: false, metric: metric('Sum') },
      ],
    });
    expect(alarms.alarms_app_throttles).toMatchObject({
      threshold: 0,
      metric_query: [
        { expression: 'FILL(m0, 0) + FILL(m1, 0) + FILL(m2, 0)' },
        { metric: { metric_name: 'SignInThrottles' } },
        { metric: { metric_name: 'SignUpThrottles' } },
        { metric: { metric_name: 'TokenRefreshThrottles' } },
      ],
    });
  });

  it('count failed federation of each identity provider, above thresholds of your own', () => {
    const alarms = alarmsOf((users) =>
      users.addAlarms('alarms', {
        name: 'acme',
        topicArn,
        clients: { app: appOf(users) },
        providers: [{ name: 'Google', providerName: 'Google' }],
        thresholds: { federationFailures: 5 },
      }),
    );
    expect(alarms.alarms_app_google_failures).toMatchObject({
      alarm_name: 'acme-app-Google-failures',
      threshold: 5,
      metric_query: [
        {},
        { metric: { metric_name: 'FederationSuccesses', dimensions: { IdentityProvider: 'Google' } } },
        {},
      ],
    });
  });

  it.each([
    [{ topicArn: 'oncall' }, 'test/users/alarms, topicArn: expected the ARN of an SNS topic, found "oncall".'],
    [{ clients: {} }, 'clients: expected at least one client'],
    [{ name: '' }, 'name: expected 1 to 180 characters'],
    [{ thresholds: { signUps: -1 } }, 'thresholds.signUps: expected a whole number from 0 to 1000000, found -1.'],
  ])('fail with %j', (wrong, message) => {
    expect(() =>
      alarmsOf((users) =>
        users.addAlarms('alarms', { name: 'acme', topicArn, clients: { app: appOf(users) }, ...wrong }),
      ),
    ).toThrow(message);
  });
});

describe('a dashboard of a user pool', () => {
  it('shows each client, and each identity provider', () => {
    const { aws_cloudwatch_dashboard: dashboards } = resourcesOf((users) =>
      users.addDashboard('dashboard', {
        name: 'acme',
        clients: { app: appOf(users) },
        providers: [{ name: 'Google', providerName: 'Google' }],
      }),
    );
    expect(dashboards?.dashboard?.dashboard_name).toBe('acme');
    // The quotes in a reference are Terraform's, so this is JSON only once Terraform has read it.
    const body = (dashboards?.dashboard?.dashboard_body as string).replace(/\$\{[^}]*\}/g, 'reference');
    const { widgets } = JSON.parse(body) as { widgets: { properties: { title: string; metrics: unknown[][] } }[] };
    expect(widgets.map(({ properties }) => properties.title)).toEqual([
      'app: Sign-ins',
      'app: Sign-ups',
      'app: Token refreshes',
      'app: Federated sign-ins (Google)',
    ]);
    expect(widgets[3]?.properties.metrics[1]?.slice(0, 8)).toEqual([
      'AWS/Cognito',
      'FederationSuccesses',
      'UserPool',
      'reference',
      'UserPoolClient',
      'reference',
      'IdentityProvider',
      'Google',
    ]);
  });

  it.each([
    [{ name: 'acme users' }, 'test/users/dashboard, name: expected 1 to 255 letters, digits, - and _'],
    [{ clients: {} }, 'clients: expected at least one client'],
  ])('fails with %j', (wrong, message) => {
    expect(() =>
      resourcesOf((users) =>
        users.addDashboard('dashboard', { name: 'acme', clients: { app: appOf(users) }, ...wrong }),
      ),
    ).toThrow(message);
  });
});

it('what the id of an imported pool does not tell is asked of AWS, once', () => {
  const { data, output } = synth((stack) => {
    const users = UserPool.fromId(stack, 'users', 'eu-west-1_AbCdEf123');
    new TerraformOutput(stack, 'domain', { value: users.details.domain });
    new TerraformOutput(stack, 'name', { value: users.details.name });
  });
  expect(data).toEqual({ aws_cognito_user_pool: { users: { user_pool_id: 'eu-west-1_AbCdEf123' } } });
  expect(output.domain?.value).toBe('${data.aws_cognito_user_pool.users.domain}');
});
