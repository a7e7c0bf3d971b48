import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { check, checkText, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { reference } from '../terraform';
import { type ApiMetrics, watched } from './metrics';
import { type Alarm, thresholds, type Thresholds } from './thresholds';

/** The alarms of an API, and whom they reach. */
export interface AlarmsOptions extends Thresholds {
  /**
   * Who is notified, through a topic made for it. AWS asks the address once whether it wants the mails.
   * @default - no one, unless `snsTopicArn` is given; CloudWatch shows the alarms
   */
  readonly email?: string;
  /**
   * A topic that exists, and whose policy lets CloudWatch publish.
   * @default - none, or the one made for `email`
   */
  readonly snsTopicArn?: string;
}

export interface AlarmsProps extends AlarmsOptions {
  /** What is watched. */
  readonly metrics: ApiMetrics;
  /** Reference to the name of the log group with the access log; absent where it goes elsewhere. */
  readonly logGroupName?: string;
  /** What a line of the access log holds. */
  readonly logFormat: string;
}

/**
 * Alarms on what callers of one stage see. A stage without calls raises no alarm.
 *
 * @throws ConstructError for no threshold, for one that can never be passed, and for an address with a topic.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
 */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly api: Pick<ApiContext, 'apiName' | 'terraformName'>,
    private readonly props: AlarmsProps,
  ) {
    super(scope, id);
    const alarms = thresholds(this, props);
    this.checkProps(alarms);
    const topicArn = props.email === undefined ? props.snsTopicArn : this.addTopic(props.email);
    for (const alarm of alarms) this.addAlarm(alarm, topicArn);
  }

  private addAlarm(alarm: Alarm, topicArn: string | undefined): void {
    const resource = new CloudwatchMetricAlarm(this, alarm.name, {
      alarmName: `${this.apiName}-${alarm.name.replaceAll('_', '-')}`,
      alarmDescription: `${this.apiName}: ${alarm.description}`,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: alarm.threshold,
      treatMissingData: 'notBreaching',
      ...this.metricOf(alarm),
      ...(topicArn !== undefined && { alarmActions: [topicArn], okActions: [topicArn] }),
    });
    nameInTerraform(resource, `${this.api.terraformName}_${alarm.name}`);
  }

  private metricOf(alarm: Alarm): Partial<CloudwatchMetricAlarmConfig> & { evaluationPeriods: number } {
    if (alarm.status !== undefined) {
      return { ...this.countAnswers(alarm.name, alarm.status), period: 300, evaluationPeriods: 1 };
    }
    // One bad minute of a quiet stage may be one request.
    return { ...watched(this.props.metrics, alarm), evaluationPeriods: 5, datapointsToAlarm: 3 };
  }

  /** API Gateway has no metric of its own for one status; the access log has every answer. */
  private countAnswers(name: string, status: number) {
    const { logFormat, logGroupName } = this.props;
    check(this, logGroupName !== undefined, {
      prop: `alarms, ${name}`,
      expected: 'an access log in a log group, whose lines are counted',
      found: 'one that goes to Firehose',
      fix: 'Remove the threshold, or log to a log group: accessLog: { retentionDays: 30 }',
    });
    check(this, /"status"\s*:\s*"\$context\.status"/.test(logFormat), {
      prop: `alarms, ${name}`,
      expected: 'an access log of JSON objects with a status, which is counted',
      found: logFormat,
      fix: 'Remove the threshold, or add the field status to the format: LogFormat.json("status")',
    });
    const metric = { namespace: 'Gatehouse', name: `${this.apiName}-${name}` };
    const filter = new CloudwatchLogMetricFilter(this, `${name} answers`, {
      name,
      logGroupName,
      pattern: `{ $.status = "${status}" }`,
      metricTransformation: { ...metric, value: '1', defaultValue: '0' },
    });
    nameInTerraform(filter, `${this.api.terraformName}_${name}`);
    return { namespace: metric.namespace, metricName: metric.name, statistic: 'Sum' };
  }

  /** Not encrypted with a key: CloudWatch may publish to such a topic only with a key policy of its own. */
  private addTopic(email: string): string {
    const topic = new SnsTopic(this, 'topic', { name: `${this.apiName}-alarms` });
    nameInTerraform(topic, `${this.api.terraformName}_alarms`);
    const subscription = new SnsTopicSubscription(this, 'subscription', {
      topicArn: reference(topic, 'arn'),
      protocol: 'email',
      endpoint: email,
    });
    nameInTerraform(subscription, `${this.api.terraformName}_alarms`);
    return reference(topic, 'arn');
  }

  private get apiName(): string {
    return this.api.apiName;
  }

  private checkProps(alarms: readonly Alarm[]): void {
    const { email, snsTopicArn } = this.props;
    check(this, alarms.length > 0, {
      prop: 'alarms',
      expected: 'at least one threshold, such as serverErrorPercent',
      found: undefined,
      fix: 'Say what is too much',
    });
    checkText(this, email ?? 'none@example.com', {
      prop: 'alarms.email',
      pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
      expected: 'an address such as on-call@example.com',
      fix: 'Write the address of the people on call: they confirm the subscription by a link in a mail',
    });
    check(this, email === undefined || snsTopicArn === undefined, {
      prop: 'alarms',
      expected: 'an email, for which a topic is made, or a topic that exists',
      found: { email, snsTopicArn },
      fix: 'Remove one of the two',
    });
  }
}
