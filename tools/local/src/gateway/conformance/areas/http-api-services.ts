import { type HttpIntegration } from '@gatehouse/surface';
import { anHttpIntegration, anHttpRoute } from '../../testing/http-surface';
import { region } from '../../testing/surface';
import { type Area } from '../area';
import { expressArn, machineArn, queuePath, roleArn, taskArn } from '../aws';
import { type Seen } from '../client';
import { conformanceHttpApi } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';

const QueueUrl = `https://sqs.${region}.amazonaws.com/${queuePath}`;

const to = (
  path: string,
  subtype: string,
  requestParameters: Readonly<Record<string, string>>,
  overrides: Partial<HttpIntegration> = {},
) =>
  anHttpRoute(`POST ${path}`, {
    integration: anHttpIntegration({
      ...{ subtype, uri: undefined, payloadFormat: '1.0', credentials: roleArn('all'), requestParameters },
      ...overrides,
    }),
  });

const send = { QueueUrl, MessageBody: '$request.body.message' };
const responses = [{ status: '200', parameters: { 'overwrite:statuscode': '202', 'append:header.x-sent': 'yes' } }];

const api = conformanceHttpApi('http-services', {
  routes: [
    to('/send', 'SQS-SendMessage', { ...send, MessageAttributes: '$request.body.attributes' }),
    to('/send/whole', 'SQS-SendMessage', { QueueUrl, MessageBody: '$request.body' }),
    to('/send/mapped', 'SQS-SendMessage', send, { responses }),
    to('/send/nowhere', 'SQS-SendMessage', { ...send, QueueUrl: `${QueueUrl}-that-is-not-there` }),
    to('/receive', 'SQS-ReceiveMessage', { QueueUrl, MaxNumberOfMessages: '10', MessageAttributeNames: 'All' }),
    to('/delete', 'SQS-DeleteMessage', { QueueUrl, ReceiptHandle: '$request.querystring.handle' }),
    to('/purge', 'SQS-PurgeQueue', { QueueUrl }),
    to('/put', 'EventBridge-PutEvents', {
      ...{ Detail: '$request.body.detail', DetailType: 'ordered', Source: 'shop', Resources: 'arn:a,arn:b' },
    }),
    to('/start', 'StepFunctions-StartExecution', { StateMachineArn: machineArn, Input: '$request.body' }),
    to('/start/sync', 'StepFunctions-StartSyncExecution', { StateMachineArn: expressArn, Input: '$request.body' }),
    to('/start/task', 'StepFunctions-StartSyncExecution', { StateMachineArn: taskArn, Input: '$request.body' }),
    to('/stop', 'StepFunctions-StopExecution', { ExecutionArn: '$request.body.arn', Cause: 'enough' }),
    to('/record', 'Kinesis-PutRecord', {
      StreamName: 'stream',
      Data: '$request.body',
      PartitionKey: '$request.body.id',
    }),
    to('/nobody', 'SQS-SendMessage', send, { credentials: roleArn('nothing') }),
    to('/untrusting', 'SQS-SendMessage', send, { credentials: roleArn('untrusting') }),
    to('/other-api', 'SQS-SendMessage', send, { credentials: roleArn('of-another-api') }),
    to('/without', 'SQS-SendMessage', send, { credentials: undefined }),
    to('/config', 'AppConfig-GetConfiguration', {
      Application: 'a',
      Environment: 'b',
      Configuration: 'c',
      ClientId: 'd',
    }),
  ],
});
const { differs, row } = rowsOf(api);
const page = httpPages.awsServices;

const body = (value: unknown) => ({ body: typeof value === 'string' ? value : JSON.stringify(value) });
const tagged = (answer: Seen, tag: string): string[] =>
  [...answer.body.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text]) => text as string);

const queue = [
  row('SQS-SendMessage sends a part of the body, and answers what SQS does', page, async ({ call }) => {
    await call('POST /purge');
    const attributes = { color: { DataType: 'String', StringValue: 'red' } };
    const answer = await call('POST /send', body({ message: 'hello', attributes }));
    expect(answer.status).toBe(200);
    expect(tagged(answer, 'MessageId')).toHaveLength(1);
    const received = await call('POST /receive');
    expect([tagged(received, 'Body'), tagged(received, 'StringValue')]).toEqual([['hello'], ['red']]);
  }),
  row('$request.body is the whole body', page, async ({ call }) => {
    await call('POST /purge');
    await call('POST /send/whole', body('plain text'));
    expect(tagged(await call('POST /receive'), 'Body')).toEqual(['plain text']);
  }),
  row('SQS-DeleteMessage deletes what was received', page, async ({ call }) => {
    await call('POST /purge');
    await call('POST /send', body({ message: 'once' }));
    const [handle = ''] = tagged(await call('POST /receive'), 'ReceiptHandle');
    expect((await call(`POST /delete?handle=${encodeURIComponent(handle)}`)).status).toBe(200);
    expect((await call('POST /delete?handle=never')).status).toBeGreaterThanOrEqual(400);
  }),
  row('SQS-PurgeQueue empties the queue', page, async ({ call }) => {
    await call('POST /send', body({ message: 'gone' }));
    expect((await call('POST /purge')).status).toBe(200);
    expect(tagged(await call('POST /receive'), 'Body')).toEqual([]);
  }),
  row('The answer of a service may be mapped', httpPages.parameters, async ({ call }) => {
    const answer = await call('POST /send/mapped', body({ message: 'hello' }));
    expect([answer.status, answer.header('x-sent')]).toEqual([202, 'yes']);
  }),
  row('What a service refuses goes to the caller', page, async ({ call }) => {
    const answer = await call('POST /send/nowhere', body({ message: 'hello' }));
    expect([answer.status, tagged(answer, 'Code')]).toEqual([400, [expect.stringContaining('NonExistentQueue')]]);
  }),
];

const others = [
  row('EventBridge-PutEvents puts an event', page, async ({ call }) => {
    const answer = await call('POST /put', body({ detail: { order: 1 } }));
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
  }),
  row('StepFunctions-StartExecution starts an execution, StopExecution stops it', page, async ({ call }) => {
    const answer = await call('POST /start', body({ order: 1 }));
    const { executionArn } = answer.json() as { executionArn: string };
    expect([answer.status, executionArn]).toEqual([200, expect.stringContaining(':execution:machine:')]);
    expect((await call('POST /stop', body({ arn: executionArn }))).json()).toMatchObject({
      stopDate: expect.any(Number),
    });
  }),
  row('StepFunctions-StartSyncExecution answers with the whole execution', page, async ({ call }) => {
    const answer = await call('POST /start/sync', body({ name: 'Ada' }));
    expect([answer.status, answer.json()]).toMatchObject([200, { status: 'SUCCEEDED', output: '{"hello":"Ada"}' }]);
  }),
  row('Kinesis-PutRecord puts a record', page, async ({ call }) => {
    const answer = await call('POST /record', body({ id: 'k' }));
    expect([answer.status, answer.json()]).toMatchObject([200, { ShardId: expect.any(String) }]);
  }),
];

const fails = (name: string, path: string, [status, text]: [number, string], why: string) =>
  row(name, page, async ({ call, problems }) => {
    const answer = await call(`POST ${path}`, body({ message: 'hello' }));
    expect([answer.status, answer.body]).toEqual([status, message(text)]);
    expect(problems).toEqual([expect.stringContaining(why)]);
  });
const unserved = (name: string, path: string, what: string) =>
  differs(name, page, 'the emulator does not carry it out', async ({ call, problems }) => {
    const answer = await call(`POST ${path}`, body({}));
    expect([answer.status, answer.body]).toEqual([
      501,
      expect.stringContaining(`Not served by the local gateway: the AWS service integration ${what}`),
    ]);
    expect(problems).toHaveLength(1);
  });

const internal: [number, string] = [500, 'Internal Server Error'];

/** AWS services that are called without a function between. */
export const httpApiServices: Area = {
  httpApis: [api],
  rows: [
    ...queue,
    ...others,
    row('The policies of the role count', page, async ({ call }) => {
      const answer = await call('POST /nobody', body({ message: 'hello' }));
      expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('AccessDenied')]);
    }),
    fails('A role that does not trust API Gateway is 500', '/untrusting', internal, 'role'),
    fails('A role that trusts another API alone is 500', '/other-api', internal, 'role'),
    fails('An integration without a role is 500', '/without', internal, 'needs credentials_arn'),
    unserved('AppConfig-GetConfiguration is 501 and named', '/config', 'AppConfig-GetConfiguration'),
    unserved('Tasks of an execution that a caller waits for are not done', '/start/task', 'StepFunctions-StartSync'),
  ],
};
