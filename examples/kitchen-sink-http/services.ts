import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { Auth, type HttpApi, Integration, RequestValue } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { makeMachines } from '../kitchen-sink-rest/state-machines';

/** Every AWS service that an HTTP API calls without a function between. */
export function addServices(stack: Construct, api: HttpApi): void {
  addQueues(stack, api);
  const routes = api.addGroup('/services', { auth });
  const bus = new CloudwatchEventBus(stack, 'bus', { name: 'kitchen-sink-http' });
  routes.addRoute('POST /events', {
    integration: Integration.putEvents(bus, {
      source: 'com.example.sink',
      detailType: RequestValue.header('x-type'),
      detail: RequestValue.body('detail'),
    }),
  });
  const stream = new KinesisStream(stack, 'stream', { name: 'kitchen-sink-http', shardCount: 1 });
  routes.addRoute('POST /records/{key}', {
    integration: Integration.putRecord(stream, {
      partitionKey: RequestValue.path('key'),
      data: RequestValue.body('data'),
    }),
  });
  addExecutions(stack, api);
  routes.addRoute('GET /configuration', {
    integration: Integration.getConfiguration({
      application: { id: 'abc1234', arn: `${APP_CONFIG}/abc1234` },
      environment: { environmentId: 'env1234', arn: `${APP_CONFIG}/abc1234/environment/env1234` },
      profile: { configurationProfileId: 'pro1234', arn: `${APP_CONFIG}/abc1234/configurationprofile/pro1234` },
      clientId: RequestValue.header('x-client'),
    }),
  });
}

function addQueues(stack: Construct, api: HttpApi): void {
  const queue = new SqsQueue(stack, 'queue', { name: 'kitchen-sink-http' });
  const routes = api.addGroup('/services', { auth });
  const answers = {
    200: { status: 202, headers: { 'x-request-id': { overwrite: RequestValue.context('requestId') } } },
  };
  routes.addRoute('POST /messages', { integration: Integration.sendMessage(queue, { answers }) });
  routes.addRoute('POST /in-order', {
    integration: Integration.sendMessage(new SqsQueue(stack, 'inOrder', { name: 'sink-http.fifo', fifoQueue: true }), {
      body: RequestValue.body('order'),
      messageGroupId: RequestValue.context('identity.sourceIp'),
      deduplicationId: RequestValue.body('id'),
      timeoutMilliseconds: 5000,
    }),
  });
  routes.addRoute('GET /messages', {
    integration: Integration.receiveMessage(queue, { maxMessages: 10, waitSeconds: 1 }),
  });
  routes.addRoute('DELETE /messages', {
    integration: Integration.deleteMessage(queue, { receiptHandle: RequestValue.querystring('receipt') }),
  });
  routes.addRoute('POST /purge', { integration: Integration.purgeQueue(queue) });
  new TerraformOutput(stack, 'queue_url', { value: queue.url, staticId: true });
}

const auth = Auth.public('It is a kitchen sink');
const APP_CONFIG = 'arn:aws:appconfig:eu-west-1:123456789012:application';

function addExecutions(stack: Construct, api: HttpApi): void {
  const { express, standard } = makeMachines(stack, 'kitchen-sink-http');
  const routes = api.addGroup('/executions', { auth });
  routes.addRoute('POST /', {
    integration: Integration.startExecution(standard, {
      name: RequestValue.body('name'),
      input: RequestValue.body('input'),
    }),
  });
  routes.addRoute('POST /now', { integration: Integration.startSyncExecution(express) });
  routes.addRoute('DELETE /', {
    integration: Integration.stopExecution(standard, { executionArn: RequestValue.body('execution') }),
  });
}
