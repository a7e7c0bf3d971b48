import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { type UserPool } from '@gatehouse/cognito';
import { type RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';
import { type Backends } from './backends';

const thresholds = {
  serverErrorPercent: 1,
  clientErrorPercent: 20,
  latencyP99Milliseconds: 900,
  unauthorizedPer5Minutes: 50,
  throttledPer5Minutes: 5,
};

/** What stands before an API, and what watches it: made for the first, of others for the second. */
export function watch(stack: Construct, [first, second]: readonly [RestApi, RestApi], pool: UserPool): void {
  first.addWebAcl({
    managedRules: ['AWSManagedRulesCommonRuleSet'],
    rateLimitPer5Minutes: 1000,
    userPools: { staff: pool.userPoolArn },
  });
  first.addAlarms({ ...thresholds, email: 'on-call@example.com' });
  first.addDashboard();
  new CloudwatchMetricAlarm(stack, 'idle', {
    alarmName: 'sink-idle',
    comparisonOperator: 'LessThanThreshold',
    threshold: 1,
    statistic: 'Sum',
    period: 3600,
    evaluationPeriods: 1,
    ...first.metric('Count'),
  });
  second.addWebAcl({ webAclArn: webAclOfOthers(stack) });
}

/** The second API reports to a topic that is there. */
export function reportTo(api: RestApi, { topic }: Backends): void {
  api.addAlarms({ ...thresholds, snsTopicArn: topic.arn });
  api.addDashboard({ name: 'sink-body-of-its-own' });
}

function webAclOfOthers(stack: Construct): string {
  const visibilityConfig = { cloudwatchMetricsEnabled: false, metricName: 'sink', sampledRequestsEnabled: false };
  return new Wafv2WebAcl(stack, 'ofOthers', {
    name: 'sink-of-others',
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig,
  }).arn;
}
