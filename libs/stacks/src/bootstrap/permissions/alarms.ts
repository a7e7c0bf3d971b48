import { allow } from '../policy';
import { type Scope, type Service } from './service';

const topics = ({ arn, prefix }: Scope): string => arn('sns', `${prefix}*`);

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
 */
export const alarms: Service = {
  resourceTypes: ['aws_cloudwatch_metric_alarm', 'aws_sns_topic', 'aws_sns_topic_subscription'],
  read: (scope) => [
    allow(
      'ReadAlarms',
      ['cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'],
      scope.arn('cloudwatch', `alarm:${scope.prefix}*`),
    ),
    allow('ReadTopics', ['sns:GetTopicAttributes', 'sns:ListTagsForResource'], topics(scope)),
    // AWS takes no narrower resource for a subscription.
    allow('ReadSubscriptions', 'sns:GetSubscriptionAttributes', '*'),
  ],
  write: (scope) => [
    allow(
      'ChangeAlarms',
      [
        'cloudwatch:DeleteAlarms',
        'cloudwatch:PutMetricAlarm',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      scope.arn('cloudwatch', `alarm:${scope.prefix}*`),
    ),
    allow(
      'ChangeTopics',
      [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:SetTopicAttributes',
        'sns:Subscribe',
        'sns:TagResource',
        'sns:UntagResource',
      ],
      topics(scope),
    ),
    // As above.
    allow('EndSubscriptions', 'sns:Unsubscribe', '*'),
  ],
};
