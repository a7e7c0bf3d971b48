import { type Relayed } from '../relay';
import { arn, type Asked, form, listIn } from './asked';
import { making, tagsIn } from './tags';

/** A dashboard's ARN names no region. */
const dashboard = (name: string | null): string =>
  arn('cloudwatch', `dashboard/${name}`).replace(/cloudwatch:[^:]*/, 'cloudwatch:');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html */
export function cloudWatch(request: Relayed): Asked[] {
  const fields = form(request);
  const action = `cloudwatch:${fields.get('Action')}`;
  const alarm = (name: string | null) => arn('cloudwatch', `alarm:${name}`);
  switch (fields.get('Action')) {
    case 'PutMetricAlarm': {
      const resource = alarm(fields.get('AlarmName'));
      return making(action, resource, { action: 'cloudwatch:TagResource', resource }, tagsIn(fields));
    }
    case 'DescribeAlarms':
      // Composite alarms are not listed for a principal whose permission is about single alarms.
      return listIn(fields, 'AlarmTypes').includes('CompositeAlarm')
        ? [{ action, resource: '*' }]
        : listIn(fields, 'AlarmNames').map((name) => ({ action, resource: alarm(name) }));
    case 'DeleteAlarms':
      return listIn(fields, 'AlarmNames').map((name) => ({ action, resource: alarm(name) }));
    case 'PutDashboard':
    case 'GetDashboard':
      return [{ action, resource: dashboard(fields.get('DashboardName')) }];
    case 'DeleteDashboards':
      return listIn(fields, 'DashboardNames').map((name) => ({ action, resource: dashboard(name) }));
    default:
      return [{ action, resource: String(fields.get('ResourceARN')) }];
  }
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export function sns(request: Relayed): Asked[] {
  const fields = form(request);
  const name = String(fields.get('Action'));
  const action = `sns:${name}`;
  if (name === 'CreateTopic') {
    const resource = arn('sns', String(fields.get('Name')));
    return making(action, resource, { action: 'sns:TagResource', resource }, tagsIn(fields));
  }
  // A subscription has no resource type: only everything is sure to hold it.
  const subscription = fields.has('SubscriptionArn') ? '*' : undefined;
  return [{ action, resource: String(fields.get('TopicArn') ?? fields.get('ResourceArn') ?? subscription) }];
}
