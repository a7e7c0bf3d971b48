import { type Relayed } from '../relay';
import { arn, type Asked, json, operation } from './asked';
import { making, type Tags } from './tags';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export function logs(request: Relayed): Asked[] {
  const { logGroupName, resourceArn, tags } = json(request);
  const group = String(resourceArn ?? arn('logs', `log-group:${String(logGroupName ?? ':log-stream:')}`));
  const action = `logs:${operation(request)}`;
  if (action !== 'logs:CreateLogGroup') return [{ action, resource: group }];
  return making(action, group, { action: 'logs:TagResource', resource: group }, (tags ?? {}) as Tags);
}
