import { allow } from '../policy';
import { type Scope, type Service } from './service';

/** Of the functions and of the APIs' stages. */
const groups = ({ arn, prefix }: Scope): string[] =>
  ['lambda', 'apigateway'].map((owner) => arn('logs', `log-group:/aws/${owner}/${prefix}*`));

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const logs: Service = {
  resourceTypes: ['aws_cloudwatch_log_group', 'aws_cloudwatch_log_metric_filter'],
  read: (scope) => [
    // Lists them all and picks: AWS takes no narrower resource.
    allow('FindLogGroups', scope.arn('logs', 'log-group:*'), 'logs:DescribeLogGroups'),
    allow('ReadLogGroups', groups(scope), ['logs:DescribeMetricFilters', 'logs:ListTagsForResource']),
  ],
  write: (scope) => [
    allow('ChangeLogGroups', groups(scope), [
      'logs:CreateLogGroup',
      'logs:DeleteLogGroup',
      'logs:DeleteMetricFilter',
      'logs:DeleteRetentionPolicy',
      'logs:PutMetricFilter',
      'logs:PutRetentionPolicy',
      'logs:TagResource',
      'logs:UntagResource',
    ]),
  ],
};
