import { type Permission } from '@gatehouse/construct-kit';

/** What has an ARN: a construct of the provider, or an object that names what exists. */
export interface HasArn {
  readonly arn: string;
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export function tablePermission({ arn }: HasArn, access: 'read' | 'readWrite'): Permission {
  const read = ['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'];
  const write = ['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem'];
  return {
    sid: access === 'read' ? 'ReadTable' : 'ReadWriteTable',
    actions: of('dynamodb', access === 'read' ? read : [...read, ...write]),
    resources: [arn, `${arn}/index/*`],
  };
}

/**
 * Listing is about the bucket, everything else about its objects.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function bucketPermissions({ arn }: HasArn, access: 'read' | 'readWrite'): Permission[] {
  const write = ['AbortMultipartUpload', 'DeleteObject', 'PutObject'];
  return [
    { sid: 'ListBucket', actions: ['s3:ListBucket'], resources: [arn] },
    {
      sid: access === 'read' ? 'ReadObjects' : 'ReadWriteObjects',
      actions: of('s3', access === 'read' ? ['GetObject'] : ['GetObject', ...write]),
      resources: [`${arn}/*`],
    },
  ];
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export function queuePermission({ arn }: HasArn, access: 'send' | 'receive'): Permission {
  const receive = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'];
  return {
    sid: access === 'send' ? 'SendToQueue' : 'ReceiveFromQueue',
    actions: of('sqs', access === 'send' ? ['SendMessage'] : receive),
    resources: [arn],
  };
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const topicPermission = ({ arn }: HasArn): Permission => ({
  sid: 'PublishToTopic',
  actions: ['sns:Publish'],
  resources: [arn],
});

const of = (service: string, actions: readonly string[]): string[] => actions.map((action) => `${service}:${action}`);
