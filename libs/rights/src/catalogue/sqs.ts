import { arn, each, named, of, reads, type Service } from './type-rights';

const sqs = (actions: string) => of('sqs', actions);

const queues = arn('sqs', '{prefix}*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export const queuesOfSqs: Service = {
  group: 'data',
  types: {
    aws_sqs_queue: {
      ...named(),
      arn: arn('sqs', '{name}'),
      grants: [
        {
          on: [queues],
          read: sqs('GetQueueAttributes GetQueueUrl ListQueueTags'),
          create: sqs('CreateQueue TagQueue'),
          change: sqs('SetQueueAttributes UntagQueue'),
          delete: sqs('DeleteQueue'),
        },
      ],
    },
    ...each('aws_sqs_queue_policy aws_sqs_queue_redrive_policy aws_sqs_queue_redrive_allow_policy', {
      grants: [{ on: [queues], read: sqs('GetQueueAttributes'), change: sqs('SetQueueAttributes') }],
    }),
    'data.aws_sqs_queue': reads(sqs('GetQueueAttributes GetQueueUrl ListQueueTags'), arn('sqs', '*')),
    'data.aws_sqs_queues': reads(sqs('ListQueues'), '*'),
  },
};
