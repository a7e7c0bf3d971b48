import { arn, named, of, type Service } from './type-rights';

const sns = (actions: string) => of('sns', actions);

const topics = arn('sns', '{prefix}*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const topicsOfSns: Service = {
  group: 'data',
  types: {
    aws_sns_topic: {
      ...named(),
      arn: arn('sns', '{name}'),
      grants: [
        {
          on: [topics],
          read: sns('GetTopicAttributes ListTagsForResource'),
          create: sns('CreateTopic TagResource'),
          change: sns('SetTopicAttributes UntagResource'),
          delete: sns('DeleteTopic'),
        },
      ],
    },
    aws_sns_topic_policy: {
      grants: [{ on: [topics], read: sns('GetTopicAttributes'), change: sns('SetTopicAttributes') }],
    },
    aws_sns_topic_data_protection_policy: {
      grants: [{ on: [topics], read: sns('GetDataProtectionPolicy'), change: sns('PutDataProtectionPolicy') }],
    },
    aws_sns_topic_subscription: {
      values: ['topic_arn'],
      grants: [
        // Its own topics, and those of others that stacks name by their ARN.
        { on: [topics, '{=topic_arn}'], create: sns('Subscribe') },
        // AWS takes no narrower resource for a subscription.
        {
          on: ['*'],
          read: sns('GetSubscriptionAttributes'),
          change: sns('SetSubscriptionAttributes'),
          delete: sns('Unsubscribe'),
        },
      ],
    },
    'data.aws_sns_topic': {
      grants: [
        { on: ['*'], read: sns('ListTopics') },
        { on: [arn('sns', '*')], read: sns('GetTopicAttributes ListTagsForResource') },
      ],
    },
  },
};
