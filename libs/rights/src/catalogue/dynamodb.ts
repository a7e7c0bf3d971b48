import { arn, named, of, reads, type Service } from './type-rights';

const dynamodb = (actions: string) => of('dynamodb', actions);

const tables = arn('dynamodb', 'table/{prefix}*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export const dynamoDb: Service = {
  group: 'data',
  types: {
    aws_dynamodb_table: {
      ...named(),
      arn: arn('dynamodb', 'table/{name}'),
      grants: [
        {
          on: [tables],
          read: dynamodb('DescribeContinuousBackups DescribeTable DescribeTimeToLive ListTagsOfResource'),
          create: dynamodb('CreateTable TagResource'),
          change: dynamodb('UntagResource UpdateContinuousBackups UpdateTable UpdateTimeToLive'),
          delete: dynamodb('DeleteTable'),
        },
      ],
    },
    aws_dynamodb_table_item: {
      grants: [
        {
          on: [tables],
          read: dynamodb('DescribeTable GetItem'),
          create: dynamodb('PutItem'),
          change: dynamodb('UpdateItem'),
          delete: dynamodb('DeleteItem'),
        },
      ],
    },
    aws_dynamodb_resource_policy: {
      grants: [
        {
          on: [tables],
          read: dynamodb('GetResourcePolicy'),
          change: dynamodb('PutResourcePolicy'),
          delete: dynamodb('DeleteResourcePolicy'),
        },
      ],
    },
    aws_dynamodb_contributor_insights: {
      grants: [
        {
          on: [tables],
          read: dynamodb('DescribeContributorInsights'),
          change: dynamodb('UpdateContributorInsights'),
        },
      ],
    },
    'data.aws_dynamodb_table': reads(
      dynamodb('DescribeContinuousBackups DescribeTable DescribeTimeToLive ListTagsOfResource'),
      arn('dynamodb', 'table/*'),
    ),
  },
};
