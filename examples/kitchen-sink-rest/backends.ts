import { join } from 'node:path';
import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { type Construct } from 'constructs';

export type Backends = ReturnType<typeof makeBackends>;

/** What the routes call. */
export function makeBackends(stack: Construct) {
  return {
    service: new LambdaFunction(stack, 'service', {
      functionName: 'sink-service',
      code: Code.bundle(join(__dirname, 'check-handler.ts')),
      live: {},
    }),
    queue: new SqsQueue(stack, 'queue', { name: 'sink-orders' }),
    topic: new SnsTopic(stack, 'topic', { name: 'sink-news' }),
    bus: new CloudwatchEventBus(stack, 'bus', { name: 'sink-events' }),
    bucket: new S3Bucket(stack, 'bucket', { bucket: 'sink-files' }),
    table: new DynamodbTable(stack, 'table', {
      name: 'sink-items',
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attribute: [{ name: 'id', type: 'S' }],
    }),
  };
}
