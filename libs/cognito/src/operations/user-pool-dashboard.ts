import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { check, checkText, type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Fn, Token } from 'cdktf';
import { Construct } from 'constructs';
import { checkClients } from './check-clients';
import { type Counted, type Metric, metricsOf, NAMESPACE, PERIOD_SECONDS } from './metrics';
import { type UserPoolAlarmsOptions } from './user-pool-alarms';

/**
 * What a dashboard shows.
 * @example users.addDashboard('dashboard', { name: 'acme-users', clients: { app } })
 */
export interface UserPoolDashboardOptions extends Pick<UserPoolAlarmsOptions, 'clients' | 'providers'> {
  /** Name of the dashboard in CloudWatch, unique in the account: 1 to 255 letters, digits, - and _. */
  readonly name: string;
}

export interface UserPoolDashboardProps extends UserPoolDashboardOptions {
  readonly userPool: IUserPool;
}

const titles: Readonly<Record<Counted, string>> = {
  SignIn: 'Sign-ins',
  SignUp: 'Sign-ups',
  TokenRefresh: 'Token refreshes',
  Federation: 'Federated sign-ins',
};

/**
 * A dashboard of what clients do: successes, failures and throttled requests of sign-ins, sign-ups, token refreshes and, for each
 * identity provider, federated sign-ins; a row for each client.
 *
 * @throws ConstructError for a name that CloudWatch refuses, and no client.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_dashboard
 * @example
 * users.addDashboard('dashboard', { name: 'acme-users', clients: { app } });
 */
export class UserPoolDashboard extends Construct {
  constructor(scope: Construct, id: string, props: UserPoolDashboardProps) {
    super(scope, id);
    checkText(this, props.name, {
      prop: 'name',
      pattern: /^[\w-]{1,255}$/,
      expected: '1 to 255 letters, digits, - and _',
      fix: 'CloudWatch refuses other names of dashboards',
    });
    check(this, Object.keys(props.clients).length > 0, {
      prop: 'clients',
      expected: 'at least one client',
      found: props.clients,
      fix: 'Cognito counts for each client: name those that are shown',
    });
    checkClients(this, props.userPool, props.clients);
    const dashboard = new CloudwatchDashboard(this, 'Resource', {
      dashboardName: props.name,
      dashboardBody: JSON.stringify({ widgets: widgetsOf(props) }),
    });
    nameInTerraform(dashboard, snakeCase(id));
  }
}

function widgetsOf({ clients, providers = [], userPool }: UserPoolDashboardProps) {
  // arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Ab12
  const region = regionOf(userPool.userPoolArn);
  return Object.entries(clients).flatMap(([name, client], row) => {
    const shown = [
      ...(['SignIn', 'SignUp', 'TokenRefresh'] as const).map((counted) => ({ counted, provider: undefined })),
      ...providers.map((provider) => ({ counted: 'Federation' as const, provider })),
    ];
    return shown.map(({ counted, provider }, column) => ({
      type: 'metric',
      x: column * WIDTH,
      y: row * HEIGHT,
      width: WIDTH,
      height: HEIGHT,
      properties: {
        title: `${name}: ${titles[counted]}${provider ? ` (${provider.name})` : ''}`,
        region,
        period: PERIOD_SECONDS,
        view: 'timeSeries',
        metrics: linesOf(metricsOf(userPool, client, counted, provider?.providerName)),
      },
    }));
  });
}

const WIDTH = 6;
const HEIGHT = 6;

const linesOf = ({ successes, throttles }: { readonly successes: Metric; readonly throttles: Metric }) => [
  [{ expression: 'requests - successes', label: 'failures', id: 'failures' }],
  [...line(successes), { id: 'successes', stat: 'Sum', label: 'successes' }],
  [...line(successes), { id: 'requests', stat: 'SampleCount', visible: false }],
  [...line(throttles), { id: 'throttles', stat: 'Sum', label: 'throttled' }],
];

const line = ({ dimensions, metricName }: Metric) => [NAMESPACE, metricName, ...Object.entries(dimensions).flat()];

const regionOf = (arn: string): string =>
  Token.isUnresolved(arn) ? Token.asString(Fn.element(Fn.split(':', arn), 3)) : (arn.split(':')[3] ?? '');
