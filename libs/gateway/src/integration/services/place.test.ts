import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type Construct } from 'constructs';
import { synthApi } from '../../../testing/api';
import { httpRefusal, synthHttpApi } from '../../../testing/http-api';
import { Auth, type HttpApiIntegration, Integration, RequestValue } from '../../index';

const auth = Auth.public('a test');
const own = '111111111111';
const arnOf = (service: string, rest: string, account = '222222222222') =>
  `arn:aws:${service}:us-east-1:${account}:${rest}`;
const table = (account?: string) => ({ name: 'orders', arn: arnOf('dynamodb', 'table/orders', account) });
const bus = (account?: string) => ({ name: 'orders', arn: arnOf('events', 'event-bus/orders', account) });
const stream = (account?: string) => ({ name: 'orders', arn: arnOf('kinesis', 'stream/orders', account) });
const queue = { url: 'https://sqs.us-east-1.amazonaws.com/222222222222/q', arn: arnOf('sqs', 'q') };
const machine = { arn: arnOf('states', 'stateMachine:m') };
const event = { source: 's', detailType: 'd' };

function ofRest(integration: Integration) {
  const { resource } = synthApi((api) => api.addRoute('POST /a', { auth, integration }));
  return resource.aws_api_gateway_integration?.post_a;
}

function ofHttp(make: (scope: Construct) => HttpApiIntegration, account?: string): unknown {
  const { resource } = synthHttpApi(
    (api, scope) => {
      api.addRoute('POST /a', { auth, integration: make(scope) });
    },
    {},
    account,
  );
  return resource.aws_apigatewayv2_integration?.post_a?.request_parameters;
}

describe('a service in another region', () => {
  it.each<[string, Integration]>([
    ['sqs', Integration.sendMessage(queue)],
    ['sns', Integration.publish({ arn: arnOf('sns', 't') })],
    ['states', Integration.startExecution(machine)],
    ['events', Integration.putEvents(bus(), event)],
    ['dynamodb', Integration.putItem(table(), { item: { id: 'a' } })],
  ])('is called there by a REST API: %s', (service, integration) => {
    expect(ofRest(integration)?.uri).toContain(`:apigateway:us-east-1:${service}:`);
  });

  it.each<[string, HttpApiIntegration]>([
    ['a queue', Integration.sendMessage(queue)],
    ['a machine', Integration.startSyncExecution(machine)],
    ['an execution', Integration.stopExecution(machine, { executionArn: RequestValue.body('arn') })],
    ['a bus', Integration.putEvents(bus(), event)],
    ['a stream', Integration.putRecord(stream(), { partitionKey: 'a' })],
  ])('is called there by an HTTP API: %s', (_what, integration) => {
    expect(ofHttp(() => integration)).toMatchObject({ Region: 'us-east-1' });
  });

  it('is that of the API where Terraform alone knows it', () => {
    expect(ofHttp((scope) => Integration.sendMessage(new SqsQueue(scope, 'q', {})))).not.toHaveProperty('Region');
  });
});

describe('a thing of another account', () => {
  const items = (account: string | undefined, target: ReturnType<typeof table>) => {
    const { resource } = synthApi(
      (api) => {
        api.addRoute('POST /a', { auth, integration: Integration.putItem(target, { item: { id: 'a' } }) });
      },
      {},
      account,
    );
    return JSON.stringify(resource.aws_api_gateway_integration?.post_a?.request_templates);
  };

  it.each<[string | undefined, string, string]>([
    [own, '222222222222', arnOf('dynamodb', 'table/orders')],
    [undefined, '222222222222', arnOf('dynamodb', 'table/orders')],
    [own, own, 'orders'],
  ])('is named by its ARN in %s, of %s: a table', (account, of, name) => {
    expect(items(account, table(of))).toContain(`\\"TableName\\":\\"${name}\\"`);
  });

  it.each<[string | undefined, string, string]>([
    [own, '222222222222', arnOf('events', 'event-bus/orders')],
    [own, own, 'orders'],
  ])('is named by its ARN in %s, of %s: a bus', (account, of, name) => {
    expect(ofHttp(() => Integration.putEvents(bus(of), event), account)).toMatchObject({ EventBusName: name });
  });

  it('is refused where its name alone can be handed on: a stream', () => {
    const message = httpRefusal(
      (api) => {
        api.addRoute('POST /a', { auth, integration: Integration.putRecord(stream(), { partitionKey: 'a' }) });
      },
      {},
      own,
    );
    expect(message).toBe(
      'test/account/api, POST /a, integration: expected a stream of the account of the API, found ' +
        '"arn:aws:kinesis:us-east-1:222222222222:stream/orders". Put the record by a function, which names the stream by its ARN.',
    );
  });
});
