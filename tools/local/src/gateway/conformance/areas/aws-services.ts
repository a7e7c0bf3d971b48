import { type Area } from '../area';
import { roleArn } from '../aws';
import { type Seen } from '../client';
import { pages } from '../pages';
import { type Prove, rowsOf } from '../row';
import { servicesApi as api } from '../services-api';
import { callSigned } from '../signed';

const { differs, row } = rowsOf(api);

const post = (call: Parameters<Prove>[0]['call'], path: string, sent: object = {}): Promise<Seen> =>
  call(`POST ${path}`, { body: JSON.stringify(sent) });

const refuses = (name: string, path: string, why: string) =>
  row(name, pages.awsIntegration, async ({ call, problems }) => {
    expect((await post(call, path)).status).toBe(503);
    expect(problems[0]).toContain(why);
  });

const isNotServed = (name: string, path: string, why: string, source = pages.putIntegration) =>
  differs(name, source, 'the emulator does not carry it out', async ({ call, problems }) => {
    const answer = await post(call, path);
    expect([answer.status, answer.json().message]).toEqual([501, expect.stringContaining(why)]);
    expect(answer.header('access-control-allow-origin')).toBe('*');
    expect(problems[0]).toContain(why);
  });

const messages = [
  row('SQS takes a message by the path of its queue, and answers JSON', pages.sqs, async ({ call }) => {
    const sent = (await post(call, '/queue', { message: 'a & b' })).json().SendMessageResponse;
    expect(sent.SendMessageResult.MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call('GET /queue')).body).toContain('"Body": "\\"a & b\\""');
  }),
  row('SQS takes a message by action, its parameters in the query string', pages.sqs, async ({ call }) => {
    await post(call, '/queue/action', { message: 'by action' });
    expect((await call('GET /queue')).body).toContain('"Body": "by action"');
  }),
  row('SQS answers XML where the integration asks for it', pages.sqs, async ({ call }) => {
    expect((await post(call, '/queue/xml')).body).toMatch(/^<.*<SendMessageResult>/s);
    await call('GET /queue');
  }),
  row('SNS publishes to those who subscribed', pages.putIntegration, async ({ call }) => {
    const { PublishResponse } = (await post(call, '/topic', { message: 'hello' })).json();
    expect(PublishResponse.PublishResult.MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call('GET /subscribed')).body).toContain('hello');
  }),
  row('EventBridge takes events', pages.putEvents, async ({ call }) => {
    const { Entries, FailedEntryCount } = (await post(call, '/events', { a: '"' })).json();
    expect([FailedEntryCount, Entries[0].EventId]).toEqual([0, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  }),
  row('Kinesis takes a record', pages.kinesis, async ({ call }) => {
    expect((await post(call, '/stream/shop', { a: 1 })).json().SequenceNumber).toMatch(/^\d+$/);
  }),
  row('Step Functions starts an execution', pages.stepFunctions, async ({ call }) => {
    const { executionArn } = (await post(call, '/executions', { a: '"' })).json();
    expect(executionArn).toContain(':execution:machine:');
  }),
  row('Step Functions waits for an execution of an express state machine', pages.startSync, async ({ call }) => {
    const execution = (await post(call, '/sync', { name: 'Ada' })).json();
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: '{"hello":"Ada"}' });
    expect((await post(call, '/sync')).json()).toMatchObject({ status: 'FAILED' });
  }),
];

const items = row('DynamoDB puts, gets, updates, queries, scans and deletes', pages.dynamoDb, async ({ call }) => {
  const item = { id: 'one' };
  expect((await post(call, '/items/PutItem', item)).status).toBe(200);
  expect((await post(call, '/items/UpdateItem', item)).status).toBe(200);
  const expected = { id: { S: 'one' }, by: { S: 'local' }, n: { N: '7' } };
  expect((await post(call, '/items/GetItem', item)).json()).toEqual({ Item: expected });
  expect((await post(call, '/items/Query', item)).json()).toMatchObject({ Count: 1, Items: [expected] });
  expect((await post(call, '/items/Query', { id: 'two' })).json()).toMatchObject({ Count: 0 });
  expect((await post(call, '/items/Scan')).json()).toMatchObject({ Count: 1, Items: [expected] });
  expect((await post(call, '/items/DeleteItem', item)).status).toBe(200);
  expect((await post(call, '/items/GetItem', item)).json()).toEqual({});
});

const text = { headers: [['Content-Type', 'text/plain']] as const, body: 'hello' };

const files = [
  row('S3 puts, gets and deletes an object by path', pages.s3, async ({ call }) => {
    expect((await call('PUT /files/a.txt', text)).header('etag')).toBe('"5d41402abc4b2a76b9719d911017c592"');
    expect((await call('GET /files/a.txt')).body).toBe('hello');
    expect((await call('DELETE /files/a.txt')).status).toBe(200);
    const gone = await call('GET /files/a.txt');
    expect([gone.status, gone.body]).toEqual([400, expect.stringContaining('<Code>NoSuchKey</Code>')]);
  }),
  row('S3 keeps the bytes of a binary media type', pages.s3, async ({ call }) => {
    const bytes = Buffer.from([0x89, 0x50, 0xff, 0x00]);
    const image = (name: string) => ({ headers: [[name, 'image/png']] as const });
    await call('PUT /files/a.png', { ...image('Content-Type'), body: bytes });
    expect([...(await call('GET /files/a.png', image('Accept'))).bytes]).toEqual([...bytes]);
  }),
  row('A path parameter that is encoded is a key with slashes', pages.s3, async ({ call }) => {
    await call('PUT /files/a%2Fb%20c', text);
    expect((await call('GET /files/a%2Fb%20c')).body).toBe('hello');
  }),
  row('A bucket may be the subdomain, or a parameter of the action', pages.putIntegration, async ({ call }) => {
    await call('PUT /files/b', text);
    expect((await call('GET /host/b')).body).toBe('hello');
    expect((await call('GET /by-action/b')).body).toBe('hello');
  }),
  row('Dots in a key stay in the bucket', pages.s3, async ({ call }) => {
    const answer = await call('GET /files/%2E%2E%2Fother%2Fkey');
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('<Key>../other/key</Key>')]);
  }),
];

const credentials = [
  row('What the role may not, the service refuses', pages.awsIntegration, async ({ call }) => {
    const answer = await post(call, '/as/nothing');
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.stringContaining('is not authorized to perform: dynamodb:Scan'),
    ]);
  }),
  refuses('A role that does not trust API Gateway is 500', '/as/untrusting', 'untrusting does not trust apigateway'),
  refuses('A role that trusts another API is 500', '/as/of-another-api', 'of-another-api does not trust apigateway'),
  refuses('A role that does not exist is 500', '/as/gone', 'there is no role arn:aws:iam::123456789012:role/gone'),
  row('A stage variable may name the role', pages.stageVariables, async ({ call }) => {
    expect((await post(call, '/as/stage')).json()).toHaveProperty('Count');
  }),
  row('Credentials of the caller go to the service', pages.awsIntegration, async (served) => {
    const all = await served.keysOf(roleArn('all'));
    expect((await callSigned(served, 'POST /as/signer', all)).json()).toHaveProperty('Count');
  }),
  refuses('Credentials of the caller need a method with AWS_IAM', '/as/caller', 'the method does not use AWS_IAM'),
];

/** AWS with a service other than Lambda. */
export const awsServices: Area = {
  apis: [api],
  rows: [
    ...messages,
    items,
    ...files,
    ...credentials,
    refuses('EventBridge needs its X-Amz-Target', '/no-target', 'API Gateway does not tell events what to do'),
    isNotServed(
      'Tasks of an execution that a caller waits for are not done',
      '/sync/task',
      'with the task',
      pages.startSync,
    ),
    isNotServed('A call without credentials is not made', '/as/nobody', 'without the credentials of a role'),
    isNotServed('Other services are not called', '/mail', 'AWS service email'),
    isNotServed('S3 is called by path and by five actions', '/tagging', 'S3 PutObjectTagging by its name'),
    isNotServed('Firehose as AWS_PROXY is not called', '/stream', 'AWS_PROXY with firehose'),
  ],
};
