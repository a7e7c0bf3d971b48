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
    allow('ReadAlarms', scope.arn('cloudwatch', `alarm:${scope.prefix}*`), [
      'cloudwatch:DescribeAlarms',
      'cloudwatch:ListTagsForResource',
    ]),
    allow('ReadTopics', topics(scope), ['sns:GetTopicAttributes', 'sns:ListTagsForResource']),
    // AWS takes no narrower resource for a subscription.
    allow('ReadSubscriptions', '*', 'sns:GetSubscriptionAttributes'),
  ],
  write: (scope) => [
    allow('ChangeAlarms', scope.arn('cloudwatch', `alarm:${scope.prefix}*`), [
      'cloudwatch:DeleteAlarms',
      'cloudwatch:PutMetricAlarm',
      'cloudwatch:TagResource',
      'cloudwatch:UntagResource',
    ]),
    allow('ChangeTopics', topics(scope), [
      'sns:CreateTopic',
      'sns:DeleteTopic',
      'sns:SetTopicAttributes',
      'sns:Subscribe',
      'sns:TagResource',
      'sns:UntagResource',
    ]),
    // As above.
    allow('EndSubscriptions', '*', 'sns:Unsubscribe'),
  ],
};
