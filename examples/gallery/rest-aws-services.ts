import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RequestValue, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Routes that call AWS services without a function between, each with a role that may do this and nothing else. */
export default (stack: Construct): void => {
  const api = new RestApi(stack, 'api', {
    name: 'acme-orders',
    definition: 'openapi',
    cors: { allowOrigins: ['https://app.example.com'] },
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [new UserPool(stack, 'users', { name: 'acme-users' })] });
  const write = api.addGroup('/', { auth: Auth.accessToken('orders/write') });
  const read = api.addGroup('/', { auth: Auth.accessToken('orders/read') });

  const queue = new SqsQueue(stack, 'orders', { name: 'acme-orders' });
  write.addRoute('POST /orders', { integration: Integration.sendMessage(queue) });

  const topic = new SnsTopic(stack, 'news', { name: 'acme-news' });
  write.addRoute('POST /news', { integration: Integration.publish(topic, { subject: 'News' }) });

  const bus = new CloudwatchEventBus(stack, 'bus', { name: 'acme-events' });
  const event = { source: 'com.example.orders', detailType: 'order changed' };
  write.addRoute('POST /events', { integration: Integration.putEvents(bus, event) });

  const table = new DynamodbTable(stack, 'items', {
    name: 'acme-items',
    billingMode: 'PAY_PER_REQUEST',
    hashKey: 'id',
    attribute: [{ name: 'id', type: 'S' }],
  });
  const key = { id: RequestValue.path('id') };
  const item = { ...key, title: RequestValue.body('title'), owner: RequestValue.context('authorizer.claims.sub') };
  read.addRoute('GET /items/{id}', { integration: Integration.getItem(table, { key }) });
  write.addRoute('PUT /items/{id}', { integration: Integration.putItem(table, { item }) });
  write.addRoute('PATCH /items/{id}', {
    integration: Integration.updateItem(table, { key, set: { title: RequestValue.body('title') } }),
  });
  write.addRoute('DELETE /items/{id}', { integration: Integration.deleteItem(table, { key }) });

  const bucket = new S3Bucket(stack, 'files', { bucket: 'acme-files' });
  const file = { prefix: 'public/', key: RequestValue.path('proxy') };
  read.addRoute('GET /files/{proxy+}', { integration: Integration.getObject(bucket, file) });
  write.addRoute('PUT /files/{proxy+}', { integration: Integration.putObject(bucket, file) });
};
