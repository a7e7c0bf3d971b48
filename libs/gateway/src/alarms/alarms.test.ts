import { alarms } from '@gatehouse/testing/environment-fields';
import { open, refusal, stage, synthApi } from '../../testing/api';
import { type AlarmsOptions, LogFormat } from '../index';

const watched = (options: AlarmsOptions) =>
  synthApi((api) => {
    api.addRoute('GET /', open);
    api.addAlarms(options);
  }).resource;

const ofTheStage = {
  namespace: 'AWS/ApiGateway',
  dimensions: {
    ApiName: '${aws_api_gateway_rest_api.api.name}',
    Stage: '${aws_api_gateway_stage.api.stage_name}',
  },
  period: 60,
  evaluation_periods: 5,
  datapoints_to_alarm: 3,
};
const everyAlarm = { comparison_operator: 'GreaterThanThreshold', treat_missing_data: 'notBreaching' };

it('watches errors, latency, tokens and limits, and tells an address', () => {
  const resource = watched(alarms);
  const notified = {
    alarm_actions: ['${aws_sns_topic.api_alarms.arn}'],
    ok_actions: ['${aws_sns_topic.api_alarms.arn}'],
  };

  expect(resource.aws_cloudwatch_metric_alarm).toEqual({
    api_5xx: {
      ...everyAlarm,
      ...ofTheStage,
      ...notified,
      alarm_name: 'reports-5xx',
      alarm_description: 'reports: more than 1 % of the requests fail (5XX)',
      metric_name: '5XXError',
      statistic: 'Average',
      threshold: 0.01,
    },
    api_4xx: {
      ...everyAlarm,
      ...ofTheStage,
      ...notified,
      alarm_name: 'reports-4xx',
      alarm_description: 'reports: more than 20 % of the requests are refused (4XX)',
      metric_name: '4XXError',
      statistic: 'Average',
      threshold: 0.2,
    },
    api_latency: {
      ...everyAlarm,
      ...ofTheStage,
      ...notified,
      alarm_name: 'reports-latency',
      alarm_description: 'reports: one request of a hundred takes longer than 3000 ms',
      metric_name: 'Latency',
      extended_statistic: 'p99',
      threshold: 3000,
    },
    api_unauthorized: {
      ...everyAlarm,
      ...notified,
      alarm_name: 'reports-unauthorized',
      alarm_description: 'reports: more than 500 requests in five minutes come without a valid token (401)',
      namespace: 'Gatehouse',
      metric_name: 'reports-unauthorized',
      statistic: 'Sum',
      period: 300,
      evaluation_periods: 1,
      threshold: 500,
    },
    api_throttled: {
      ...everyAlarm,
      ...notified,
      alarm_name: 'reports-throttled',
      alarm_description: 'reports: more than 100 requests in five minutes are above a limit (429)',
      namespace: 'Gatehouse',
      metric_name: 'reports-throttled',
      statistic: 'Sum',
      period: 300,
      evaluation_periods: 1,
      threshold: 100,
    },
  });
  expect(resource.aws_sns_topic).toEqual({ api_alarms: { name: 'reports-alarms' } });
  expect(resource.aws_sns_topic_subscription).toEqual({
    api_alarms: {
      topic_arn: '${aws_sns_topic.api_alarms.arn}',
      protocol: 'email',
      endpoint: 'alerts@example.com',
    },
  });
});

it('counts answers of one status in the access log', () => {
  const resource = watched({ unauthorizedPer5Minutes: 1, throttledPer5Minutes: 1 });
  const filter = (name: string, status: number) => ({
    name,
    log_group_name: '${aws_cloudwatch_log_group.api.name}',
    pattern: `{ $.status = "${status}" }`,
    metric_transformation: {
      namespace: 'Gatehouse',
      name: `reports-${name}`,
      value: '1',
      default_value: '0',
    },
  });
  const { format } = resource.aws_api_gateway_stage?.api?.access_log_settings as { format: string };

  expect(resource.aws_cloudwatch_log_metric_filter).toEqual({
    api_unauthorized: filter('unauthorized', 401),
    api_throttled: filter('throttled', 429),
  });
  // In quotes, as a text: the pattern compares texts.
  expect(format).toContain('"status":"$context.status"');
});

it('notifies a topic that exists, or no one', () => {
  const snsTopicArn = 'arn:aws:sns:eu-west-1:123456789012:alerts';
  const notified = watched({ snsTopicArn, serverErrorPercent: 1 });
  const silent = watched({ serverErrorPercent: 1 });

  expect(notified.aws_sns_topic).toBeUndefined();
  expect(notified.aws_cloudwatch_metric_alarm?.api_5xx).toMatchObject({
    alarm_actions: [snsTopicArn],
    ok_actions: [snsTopicArn],
  });
  expect(silent.aws_cloudwatch_metric_alarm?.api_5xx).not.toHaveProperty('alarm_actions');
});

it.each([
  [{ email: 'a@example.com' }, 'alarms: expected at least one threshold, such as serverErrorPercent, found nothing'],
  [
    { email: 'a@example.com', snsTopicArn: 'arn:aws:sns:eu-west-1:1:a', serverErrorPercent: 1 },
    'alarms: expected an email, for which a topic is made, or a topic that exists',
  ],
  [{ serverErrorPercent: 0 }, 'alarms.serverErrorPercent: expected a number of percent above 0, at most 100'],
  [{ clientErrorPercent: 101 }, 'alarms.clientErrorPercent: expected a number of percent above 0'],
  [{ latencyP99Milliseconds: 30_000 }, 'alarms.latencyP99Milliseconds: expected a whole number from 1 to 29000'],
  [{ throttledPer5Minutes: 0 }, 'alarms.throttledPer5Minutes: expected a whole number from 1 to 1000000000'],
])('fails when it is %j', (options, expected) => {
  expect(refusal((api) => api.addAlarms(options))).toContain(`test/api/alarms, ${expected}`);
});

it('fails when it counts lines that have no status', () => {
  const format = LogFormat.json('ip');
  const options = { stage: { ...stage, accessLog: { retentionDays: 30, format } } };

  expect(() =>
    synthApi((api) => (api.addRoute('GET /', open), api.addAlarms({ serverErrorPercent: 1 })), options),
  ).not.toThrow();
  expect(refusal((api) => api.addAlarms({ throttledPer5Minutes: 1 }), options)).toContain(
    'test/api/alarms, alarms, throttled: expected an access log of JSON objects with a status, which is counted, found "{',
  );
});
