import { lambda } from '../../testing/api';
import { type Changes, deploys, integrationPart, type Part, verdictsOf } from '../../testing/deployments';
import {
  type Answer,
  type AwsOptions,
  type CustomHttpOptions,
  type CustomLambdaOptions,
  type CustomMockOptions,
  type HttpIntegrationOptions,
  Integration,
  type ItemOptions,
  type MockIntegrationOptions,
  type ObjectOptions,
  type PublishOptions,
  type PutItemOptions,
  type QueryOptions,
  RequestValue,
  type UpdateItemOptions,
} from '../index';
import { type PutEventsOptions } from '../integration/services/event-bridge';
import { type ForRest } from '../integration/services/of-both';
import { type SendMessageOptions } from '../integration/services/sqs';
import { type StartExecutionOptions } from '../integration/services/step-functions';

// Each option of each integration of a REST API: all of them are in the copy that a deployment makes.

const arnOf = (service: string, name: string) => `arn:aws:${service}:eu-west-1:123456789012:${name}`;
const answers: [Answer] = [{ status: 200 }];
const id = RequestValue.path('id');
const targets = {
  bucket: { bucket: 'a', arn: 'arn:aws:s3:::a' },
  bus: { name: 'a', arn: arnOf('events', 'event-bus/a') },
  machine: { arn: arnOf('states', 'stateMachine:a') },
  queue: { url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/a', arn: arnOf('sqs', 'a'), name: 'a' },
  table: { name: 'a', arn: arnOf('dynamodb', 'table/a') },
  topic: { arn: arnOf('sns', 'a') },
};

const ofAnswers = { answers: deploys<{ answers: [Answer] }>({ answers: [{ status: 201 }] }) };
const ofTime = { timeoutMilliseconds: deploys<{ timeoutMilliseconds: number }>({ timeoutMilliseconds: 5000 }) };
const ofServices = { ...ofAnswers, ...ofTime };

const mapping: Changes<CustomLambdaOptions> = {
  ...ofServices,
  requestTemplates: deploys({ requestTemplates: { 'application/json': '{"b":1}' } }),
  passthrough: deploys({ passthrough: 'whenNoMatch' }),
  parameters: deploys({ parameters: { headers: { 'X-Id': RequestValue.path('id') } } }),
  contentHandling: deploys({ contentHandling: 'binary' }),
};

const backend: Changes<HttpIntegrationOptions> = {
  ...ofTime,
  url: deploys({ url: 'https://b.test' }),
  vpcLinkId: deploys({ vpcLinkId: 'abc123' }),
  insecureSkipVerification: deploys({ insecureSkipVerification: true }),
};

const execution: Changes<ForRest<StartExecutionOptions>> = {
  ...ofServices,
  input: deploys({ input: 'other' }),
  name: deploys({ name: id }),
};
const item: Changes<ItemOptions> = { ...ofServices, key: deploys({ key: { other: id } }) };
const object: Changes<ObjectOptions> = {
  ...ofServices,
  key: deploys({ key: RequestValue.querystring('key') }),
  prefix: deploys({ prefix: 'reports/' }),
  contentHandling: deploys({ contentHandling: 'binary' }),
};

const integrations: Readonly<Record<keyof typeof Integration, Part | 'of HTTP APIs alone'>> = {
  lambda: integrationPart<{ readonly to: string }>({ to: 'one' }, { to: deploys({ to: 'two' }) }, ({ to }, scope) =>
    Integration.lambda(lambda(scope, to)),
  ),
  mock: integrationPart<MockIntegrationOptions>(
    {},
    {
      status: deploys({ status: 201 }),
      body: deploys({ body: { ok: true } }),
      headers: deploys({ headers: { 'X-A': 'b' } }),
    },
    (options) => Integration.mock(options),
  ),
  http: integrationPart<HttpIntegrationOptions>({ url: 'https://a.test' }, backend, (options) =>
    Integration.http(options),
  ),
  customHttp: integrationPart<CustomHttpOptions>(
    { url: 'https://a.test', answers },
    { ...mapping, ...backend, method: deploys({ method: 'PUT' }) },
    (options) => Integration.customHttp(options),
  ),
  customLambda: integrationPart<CustomLambdaOptions>({ answers }, mapping, (options, scope) =>
    Integration.customLambda(lambda(scope), options),
  ),
  customMock: integrationPart<CustomMockOptions>(
    { answers },
    { ...ofAnswers, requestTemplate: deploys({ requestTemplate: '{"statusCode": 200 }' }) },
    (options) => Integration.customMock(options),
  ),
  aws: integrationPart<AwsOptions>(
    { service: 'sqs', path: '123456789012/a', roleArn: 'arn:aws:iam::123456789012:role/a', answers },
    {
      ...mapping,
      service: deploys({ service: 'sns' }),
      action: deploys({ action: 'SendMessage', path: undefined }),
      path: deploys({ path: '123456789012/b' }),
      method: deploys({ method: 'PUT' }),
      region: deploys({ region: 'us-east-1' }),
      roleArn: deploys({ roleArn: 'arn:aws:iam::123456789012:role/b' }),
    },
    (options) => Integration.aws(options),
  ),
  sendMessage: integrationPart<ForRest<SendMessageOptions>>(
    { answers },
    {
      ...ofServices,
      body: deploys({ body: 'other' }),
      messageGroupId: deploys({ messageGroupId: id }),
      deduplicationId: deploys({ deduplicationId: id }),
    },
    (options) => Integration.sendMessage(targets.queue, options),
  ),
  publish: integrationPart<PublishOptions>(
    {},
    {
      ...ofServices,
      message: deploys({ message: 'other' }),
      subject: deploys({ subject: 'other' }),
      messageGroupId: deploys({ messageGroupId: id }),
      deduplicationId: deploys({ deduplicationId: id }),
    },
    (options) => Integration.publish(targets.topic, options),
  ),
  putEvents: integrationPart<ForRest<PutEventsOptions>>(
    { source: 'shop', detailType: 'order', answers },
    {
      ...ofServices,
      source: deploys({ source: 'other' }),
      detailType: deploys({ detailType: 'other' }),
      detail: deploys({ detail: RequestValue.body('order') }),
    },
    (options) => Integration.putEvents(targets.bus, options),
  ),
  startExecution: integrationPart<ForRest<StartExecutionOptions>>({ answers }, execution, (options) =>
    Integration.startExecution(targets.machine, options),
  ),
  startSyncExecution: integrationPart<ForRest<StartExecutionOptions>>({ answers }, execution, (options) =>
    Integration.startSyncExecution(targets.machine, options),
  ),
  getItem: integrationPart<ItemOptions>({ key: { id } }, item, (options) =>
    Integration.getItem(targets.table, options),
  ),
  deleteItem: integrationPart<ItemOptions>({ key: { id } }, item, (options) =>
    Integration.deleteItem(targets.table, options),
  ),
  putItem: integrationPart<PutItemOptions>(
    { item: { id } },
    { ...ofServices, item: deploys({ item: { other: id } }), unlessExists: deploys({ unlessExists: 'id' }) },
    (options) => Integration.putItem(targets.table, options),
  ),
  updateItem: integrationPart<UpdateItemOptions>(
    { key: { id }, set: { a: 'b' } },
    { ...item, set: deploys({ set: { a: 'c' } }) },
    (options) => Integration.updateItem(targets.table, options),
  ),
  query: integrationPart<QueryOptions>(
    { key: { id } },
    { ...item, index: deploys({ index: 'byName' }), limit: deploys({ limit: 5 }) },
    (options) => Integration.query(targets.table, options),
  ),
  getObject: integrationPart<ObjectOptions>({ key: id }, object, (options) =>
    Integration.getObject(targets.bucket, options),
  ),
  putObject: integrationPart<ObjectOptions>({ key: id }, object, (options) =>
    Integration.putObject(targets.bucket, options),
  ),
  deleteMessage: 'of HTTP APIs alone',
  getConfiguration: 'of HTTP APIs alone',
  private: 'of HTTP APIs alone',
  purgeQueue: 'of HTTP APIs alone',
  putRecord: 'of HTTP APIs alone',
  receiveMessage: 'of HTTP APIs alone',
  stopExecution: 'of HTTP APIs alone',
};

const parts = Object.fromEntries(
  Object.entries(integrations).flatMap(([name, part]) => (typeof part === 'string' ? [] : [[name, part]])),
);

describe.each(['resources', 'openapi'] as const)('an integration of an API written as %s', (definition) => {
  it.each(verdictsOf(parts, definition))('$name: deploys $expected', ({ expected, found }) => {
    expect(found()).toBe(expected);
  });
});
