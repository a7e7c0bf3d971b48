import { type Scope, type Service } from './service';

/** Of the functions and of the APIs' stages. */
const groups = ({ arn, prefix }: Scope): string[] =>
  ['lambda', 'apigateway'].map((owner) => arn('logs', `log-group:/aws/${owner}/${prefix}*`));

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const logs: Service = {
  resourceTypes: ['aws_cloudwatch_log_group', 'aws_cloudwatch_log_metric_filter'],
  read: (scope) => [
    {
      Sid: 'FindLogGroups',
      Effect: 'Allow',
      // Lists them all and picks: AWS takes no narrower resource.
      Action: 'logs:DescribeLogGroups',
      Resource: scope.arn('logs', 'log-group:*'),
    },
    {
      Sid: 'ReadLogGroups',
      Effect: 'Allow',
      Action: ['logs:DescribeMetricFilters', 'logs:ListTagsForResource'],
      Resource: groups(scope),
    },
  ],
  write: (scope) => [
    {
      Sid: 'ChangeLogGroups',
      Effect: 'Allow',
      Action: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:DeleteMetricFilter',
        'logs:DeleteRetentionPolicy',
        'logs:PutMetricFilter',
        'logs:PutRetentionPolicy',
        'logs:TagResource',
        'logs:UntagResource',
      ],
      Resource: groups(scope),
    },
  ],
};
