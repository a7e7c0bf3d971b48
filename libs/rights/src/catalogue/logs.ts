import { arn, type Grant, named, of, reads, type Service, type TypeRights } from './type-rights';

const logs = (actions: string) => of('logs', actions);

/** Where AWS services write on behalf of the environment, and groups that its code writes itself. */
const beginnings = [
  '/aws/lambda/{prefix}',
  '/aws/apigateway/{prefix}',
  '/aws/events/{prefix}',
  '/aws/vendedlogs/{prefix}',
  'aws-waf-logs-{prefix}',
  '{prefix}',
];
const groups = beginnings.map((beginning) => arn('logs', `log-group:${beginning}*`));

/**
 * What a service asks of who lets it write to a log group. AWS takes no narrower resource.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export const logDelivery: Grant = {
  on: ['*'],
  read: logs('GetLogDelivery ListLogDeliveries'),
  create: logs('CreateLogDelivery DescribeLogGroups DescribeResourcePolicies PutResourcePolicy'),
  change: logs('UpdateLogDelivery'),
  delete: logs('DeleteLogDelivery'),
};

const inGroup = (read: string, change: string, remove: string): TypeRights => ({
  grants: [{ on: groups, read: logs(read), change: logs(change), delete: logs(remove) }],
});

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const cloudWatchLogs: Service = {
  group: 'operations',
  types: {
    aws_cloudwatch_log_group: {
      ...named('name', ...beginnings),
      arn: arn('logs', 'log-group:{name}'),
      grants: [
        // Lists them all and picks: AWS takes no narrower resource.
        { on: [arn('logs', 'log-group:*')], read: logs('DescribeLogGroups') },
        {
          on: groups,
          read: logs('ListTagsForResource'),
          create: logs('CreateLogGroup TagResource'),
          change: logs('DeleteRetentionPolicy PutRetentionPolicy UntagResource'),
          delete: logs('DeleteLogGroup'),
        },
      ],
    },
    'aws_cloudwatch_log_group.kms_key_id': {
      grants: [{ on: groups, change: logs('AssociateKmsKey DisassociateKmsKey') }],
    },
    aws_cloudwatch_log_metric_filter: inGroup('DescribeMetricFilters', 'PutMetricFilter', 'DeleteMetricFilter'),
    aws_cloudwatch_log_subscription_filter: inGroup(
      'DescribeSubscriptionFilters',
      'PutSubscriptionFilter',
      'DeleteSubscriptionFilter',
    ),
    aws_cloudwatch_log_stream: {
      grants: [
        { on: groups, read: logs('DescribeLogStreams') },
        {
          on: groups.map((group) => `${group}:log-stream:*`),
          create: logs('CreateLogStream'),
          delete: logs('DeleteLogStream'),
        },
      ],
    },
    'data.aws_cloudwatch_log_group': {
      grants: [{ on: [arn('logs', 'log-group:*')], read: logs('DescribeLogGroups ListTagsForResource') }],
    },
    'data.aws_cloudwatch_log_groups': reads(logs('DescribeLogGroups'), arn('logs', 'log-group:*')),
  },
};
