import { join } from 'node:path';
import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { type Construct } from 'constructs';
import { makeVpcLink } from './network';
import { makeMachines } from './state-machines';

export type Backends = ReturnType<typeof makeBackends>;

/** What the routes call. */
export function makeBackends(stack: Construct) {
  return {
    service: new LambdaFunction(stack, 'service', {
      functionName: 'sink-service',
      code: Code.bundle(join(__dirname, 'check-handler.ts')),
      live: {},
    }),
    ...makeServices(stack),
    machines: makeMachines(stack, 'sink'),
    role: roleOf(stack),
    vpcLinkId: makeVpcLink(stack).vpcLinkId,
  };
}

function makeServices(stack: Construct) {
  const fifo = { fifoTopic: true, contentBasedDeduplication: false };
  return {
    queue: new SqsQueue(stack, 'queue', { name: 'sink-orders' }),
    inOrder: new SqsQueue(stack, 'inOrder', { name: 'sink-orders.fifo', fifoQueue: true }),
    topic: new SnsTopic(stack, 'topic', { name: 'sink-news' }),
    newsInOrder: new SnsTopic(stack, 'newsInOrder', { name: 'sink-news.fifo', ...fifo }),
    bus: new CloudwatchEventBus(stack, 'bus', { name: 'sink-events' }),
    bucket: new S3Bucket(stack, 'bucket', { bucket: 'sink-files' }),
    table: new DynamodbTable(stack, 'table', {
      name: 'sink-items',
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attribute: [
        { name: 'id', type: 'S' },
        { name: 'owner', type: 'S' },
      ],
      globalSecondaryIndex: [{ name: 'byOwner', hashKey: 'owner', projectionType: 'ALL' }],
    }),
  };
}

/** A role that API Gateway assumes. Where an option takes one, this is it; what it may do is not for API Gateway to know. */
function roleOf(stack: Construct): IamRole {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'apigateway.amazonaws.com' } };
  return new IamRole(stack, 'own', {
    name: 'sink-own-role',
    assumeRolePolicy: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
}
