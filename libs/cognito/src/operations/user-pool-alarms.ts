import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import {
  check,
  checkText,
  checkWholeNumber,
  type IUserPool,
  type IUserPoolClient,
  nameInTerraform,
  numberText,
  plainText,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { alarmsInOtherRegion } from './alarms-in-other-region';
import { checkClients } from './check-clients';
import { type Metric, metricsOf, NAMESPACE, PERIOD_SECONDS } from './metrics';

/**
 * Requests in five minutes above which an alarm is raised.
 * @example thresholds: { signInFailures: 500 }
 */
export interface AlarmThresholds {
  /**
   * Failed sign-ins of one client in five minutes, throttled ones included.
   * @default 100
   */
  readonly signInFailures?: number;
  /**
   * Failed sign-ins of one client through one identity provider in five minutes.
   * @default 20
   */
  readonly federationFailures?: number;
  /**
   * New accounts through one client in five minutes.
   * @default 1500: a tenth of what AWS lets an account make (50 a second)
   */
  readonly signUps?: number;
  /**
   * Requests of one client that AWS refused in five minutes because the account is above its quota.
   * @default 0: one is an alarm
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
   */
  readonly throttles?: number;
}

/**
 * What is watched, and who is notified.
 * @example users.addAlarms('alarms', { name: 'acme-users', topicArn, clients: { app } })
 */
export interface UserPoolAlarmsOptions {
  /** Beginning of the alarms' names, 1 to 180 characters. */
  readonly name: string;
  /** ARN of the SNS topic that gets each alarm, and its end. */
  readonly topicArn: string;
  /** The clients that are watched, by a name for alarms and Terraform: Cognito counts for each client. */
  readonly clients: Readonly<Record<string, IUserPoolClient>>;
  /**
   * The identity providers that are watched.
   * @default - none
   */
  readonly providers?: readonly WatchedProvider[];
  /**
   * Above which count there is an alarm.
   * @default - as each says
   */
  readonly thresholds?: AlarmThresholds;
}

/**
 * An identity provider: its name, and a reference to it.
 * @example users.addAlarms('alarms', { name: 'acme-users', topicArn, clients: { app }, providers: [google] })
 */
export interface WatchedProvider {
  readonly name: string;
  readonly providerName: string;
}

export interface UserPoolAlarmsProps extends UserPoolAlarmsOptions {
  readonly userPool: IUserPool;
}

const defaults = { signInFailures: 100, federationFailures: 20, signUps: 1500, throttles: 0 };

/**
 * Alarms on failed sign-ins, failed federation, bursts of new accounts and throttled requests: three for each client, and one for
 * each client and identity provider. CloudWatch charges for each metric of an alarm.
 *
 * @throws ConstructError for a name, topic or threshold that CloudWatch does not take, and no client.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
 * @example
 * users.addAlarms('alarms', { name: 'acme-users', topicArn: topic.arn, clients: { app } });
 */
export class UserPoolAlarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserPoolAlarmsProps,
  ) {
    super(scope, id);
    checkProps(this, props);
    this.node.addValidation({ validate: () => alarmsInOtherRegion(this, props.userPool) });
    const { clients, providers = [], userPool } = props;
    const above = { ...defaults, ...props.thresholds };
    for (const [name, client] of Object.entries(clients)) {
      const [signIn, signUp, refresh] = (['SignIn', 'SignUp', 'TokenRefresh'] as const).map((counted) =>
        metricsOf(userPool, client, counted),
      ) as [Pair, Pair, Pair];
      this.add(`${name}-sign-in-failures`, failuresOf(signIn.successes), above.signInFailures);
      this.add(`${name}-sign-ups`, sumOf([signUp.successes]), above.signUps);
      this.add(
        `${name}-throttles`,
        sumOf([signIn, signUp, refresh].map(({ throttles }) => throttles)),
        above.throttles,
      );
      for (const provider of providers) {
        const { successes } = metricsOf(userPool, client, 'Federation', provider.providerName);
        this.add(`${name}-${provider.name}-failures`, failuresOf(successes), above.federationFailures);
      }
    }
  }

  private add(what: string, metricQuery: Query[], threshold: number): void {
    const alarm = new CloudwatchMetricAlarm(this, what, {
      alarmName: plainText(`${this.props.name}-${what}`),
      alarmDescription: plainText(`More than ${numberText(threshold)} in five minutes: ${what}`),
      comparisonOperator: 'GreaterThanThreshold',
      threshold,
      evaluationPeriods: 1,
      // No metric, no request.
      treatMissingData: 'notBreaching',
      alarmActions: [this.props.topicArn],
      okActions: [this.props.topicArn],
      metricQuery,
    });
    nameInTerraform(alarm, snakeCase(`${this.node.id}_${what}`));
  }
}

type Pair = ReturnType<typeof metricsOf>;
type Query = ReturnType<typeof queryOf> | ReturnType<typeof expressionOf>;

/** A success counts 1 and a failure 0, so failures are what the sum lacks. */
const failuresOf = (metric: Metric): Query[] => [
  expressionOf('failures', 'requests - successes'),
  queryOf('requests', metric, 'SampleCount'),
  queryOf('successes', metric, 'Sum'),
];

const sumOf = (metrics: readonly Metric[]): Query[] => [
  expressionOf('total', metrics.map((_, index) => `FILL(m${index}, 0)`).join(' + ')),
  ...metrics.map((metric, index) => queryOf(`m${index}`, metric, 'Sum')),
];

const expressionOf = (id: string, expression: string) => ({ id, expression, label: id, returnData: true });

const queryOf = (id: string, { dimensions, metricName }: Metric, stat: 'Sum' | 'SampleCount') => ({
  id,
  returnData: false,
  metric: { namespace: NAMESPACE, metricName, dimensions, period: PERIOD_SECONDS, stat },
});

function checkProps(construct: Construct, props: UserPoolAlarmsProps): void {
  const { clients, name, thresholds = {}, topicArn, userPool } = props;
  checkText(construct, name, {
    prop: 'name',
    pattern: /^[^\p{Cc}]{1,180}$/u,
    expected: '1 to 180 characters',
    fix: 'The names of the alarms begin with it, and have at most 255',
  });
  checkText(construct, topicArn, {
    prop: 'topicArn',
    pattern: /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w.-]+$/,
    expected: 'the ARN of an SNS topic',
    fix: 'Copy it from the SNS console; a subscription is no topic',
  });
  check(construct, Object.keys(clients).length > 0, {
    prop: 'clients',
    expected: 'at least one client',
    found: clients,
    fix: 'Cognito counts for each client: name those that are watched',
  });
  checkClients(construct, userPool, clients);
  for (const [prop, value] of Object.entries(thresholds)) {
    checkWholeNumber(construct, value as number, {
      prop: `thresholds.${prop}`,
      min: 0,
      max: 1_000_000,
      fix: 'Give a count of requests in five minutes',
    });
  }
}
