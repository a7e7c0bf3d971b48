import { arn, named, of, type Service } from './type-rights';

const cloudwatch = (actions: string) => of('cloudwatch', actions);

const alarms = arn('cloudwatch', 'alarm:{prefix}*');
const dashboards = 'arn:{partition}:cloudwatch::{account}:dashboard/{prefix}*';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html */
export const cloudWatch: Service = {
  group: 'operations',
  types: {
    aws_cloudwatch_metric_alarm: {
      ...named('alarm_name'),
      grants: [
        {
          on: [alarms],
          read: cloudwatch('DescribeAlarms ListTagsForResource'),
          create: cloudwatch('PutMetricAlarm TagResource'),
          change: cloudwatch('UntagResource'),
          delete: cloudwatch('DeleteAlarms'),
        },
      ],
    },
    aws_cloudwatch_composite_alarm: {
      ...named('alarm_name'),
      grants: [
        // Composite alarms are not listed for a principal whose permission is about single alarms.
        { on: [arn('cloudwatch', 'alarm:*')], read: cloudwatch('DescribeAlarms') },
        {
          on: [alarms],
          read: cloudwatch('ListTagsForResource'),
          create: cloudwatch('PutCompositeAlarm TagResource'),
          change: cloudwatch('DisableAlarmActions EnableAlarmActions UntagResource'),
          delete: cloudwatch('DeleteAlarms'),
        },
      ],
    },
    aws_cloudwatch_dashboard: {
      ...named('dashboard_name'),
      grants: [
        {
          on: [dashboards],
          read: cloudwatch('GetDashboard'),
          change: cloudwatch('PutDashboard'),
          delete: cloudwatch('DeleteDashboards'),
        },
      ],
    },
  },
};
