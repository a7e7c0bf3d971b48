import { type Scope, type Service } from './service';

const topics = ({ arn, prefix }: Scope): string => arn('sns', `${prefix}*`);

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
 */
export const alarms: Service = {
  resourceTypes: ['aws_cloudwatch_metric_alarm', 'aws_sns_topic', 'aws_sns_topic_subscription'],
  read: (scope) => [
    {
      Sid: 'ReadAlarms',
      Effect: 'Allow',
      Action: ['cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'],
      Resource: scope.arn('cloudwatch', `alarm:${scope.prefix}*`),
    },
    {
      Sid: 'ReadTopics',
      Effect: 'Allow',
      Action: ['sns:GetTopicAttributes', 'sns:ListTagsForResource'],
      Resource: topics(scope),
    },
    {
      Sid: 'ReadSubscriptions',
      Effect: 'Allow',
      // AWS takes no narrower resource for a subscription.
      Action: 'sns:GetSubscriptionAttributes',
      Resource: '*',
    },
  ],
  write: (scope) => [
    {
      Sid: 'ChangeAlarms',
      Effect: 'Allow',
      Action: [
        'cloudwatch:DeleteAlarms',
        'cloudwatch:PutMetricAlarm',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      Resource: scope.arn('cloudwatch', `alarm:${scope.prefix}*`),
    },
    {
      Sid: 'ChangeTopics',
      Effect: 'Allow',
      Action: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:SetTopicAttributes',
        'sns:Subscribe',
        'sns:TagResource',
        'sns:UntagResource',
      ],
      Resource: topics(scope),
    },
    {
      Sid: 'EndSubscriptions',
      Effect: 'Allow',
      // As above.
      Action: 'sns:Unsubscribe',
      Resource: '*',
    },
  ],
};
