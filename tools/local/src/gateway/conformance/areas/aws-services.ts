import { type Integration } from '@gatehouse/surface';
import { aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { machineArn, queuePath, roleArn, serviceUri, topicArn } from '../aws';
import { type Seen } from '../client';
import { aResponse } from '../mocks';
import { pages } from '../pages';
import { type Prove, rowsOf } from '../row';
import { conformanceApi } from '../served';
import { callSigned } from '../signed';

const json = 'application/json';
const form = { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" };
const body = (template: string) => ({ requestTemplates: { [json]: template } });

/** A method that calls an AWS service with the role `all`; what the service refuses is 400. */
const to = (title: string, rest: string, overrides: Partial<Integration> = {}) =>
  aRoute(title, {
    integration: lambdaIntegration({
      type: 'AWS',
      uri: serviceUri(rest),
      credentials: roleArn('all'),
      responses: [aResponse(), aResponse({ statusCode: '400', selectionPattern: '4\\d\\d' })],
      ...overrides,
    }),
    responses: [
      { statusCode: '200', responseParameters: { 'method.response.header.ETag': true } },
      { statusCode: '400', responseParameters: {} },
    ],
  });

const key = { 'integration.request.path.key': 'method.request.path.key' };
const named = { 'integration.request.querystring.TopicArn': `'${topicArn}'` };
const table = (operation: string, template: string) =>
  to(`POST /items/${operation}`, `dynamodb:action/${operation}`, body(template));
const id = '{"TableName":"table","Key":{"id":{"S":$input.json(\'$.id\')}}';

const routes = [
  to('POST /queue', `sqs:path/${queuePath}`, {
    requestParameters: form,
    ...body("Action=SendMessage&MessageBody=$util.urlEncode($input.json('$.message'))"),
  }),
  to('POST /queue/action', 'sqs:action/SendMessage', {
    requestParameters: {
      'integration.request.querystring.QueueUrl': "'queue'",
      'integration.request.querystring.MessageBody': 'method.request.body.message',
    },
  }),
  to('GET /queue', 'sqs:path/${stageVariables.queue}', {
    requestParameters: { ...form, 'integration.request.querystring.Action': "'ReceiveMessage'" },
  }),
  to('POST /queue/xml', `sqs:path/${queuePath}`, {
    requestParameters: { ...form, 'integration.request.header.Accept': "'application/xml'" },
    ...body('Action=SendMessage&MessageBody=xml'),
  }),
  to('POST /topic', 'sns:action/Publish', {
    requestParameters: { ...named, 'integration.request.querystring.Message': 'method.request.body.message' },
  }),
  to('GET /subscribed', 'sqs:path/123456789012/subscribed', {
    requestParameters: { ...form, 'integration.request.querystring.Action': "'ReceiveMessage'" },
  }),
  table('PutItem', '{"TableName":"table","Item":{"id":{"S":$input.json(\'$.id\')},"by":{"S":"$context.stage"}}}'),
  table('GetItem', `${id}}`),
  table('UpdateItem', `${id},"UpdateExpression":"SET n = :n","ExpressionAttributeValues":{":n":{"N":"7"}}}`),
  table(
    'Query',
    '{"TableName":"table","KeyConditionExpression":"id = :id","ExpressionAttributeValues":{":id":{"S":$input.json(\'$.id\')}}}',
  ),
  table('Scan', '{"TableName":"table"}'),
  table('DeleteItem', `${id}}`),
  ...(['PUT', 'GET', 'DELETE'] as const).map((method) =>
    to(`${method} /files/{key}`, 's3:path/bucket/{key}', {
      method,
      requestParameters: { ...key, 'integration.request.header.Content-Type': 'method.request.header.Content-Type' },
      responses: [
        aResponse({ responseParameters: { 'method.response.header.ETag': 'integration.response.header.ETag' } }),
        aResponse({ statusCode: '400', selectionPattern: '4\\d\\d' }),
      ],
    }),
  ),
  to('GET /host/{key}', 'bucket.s3:path/{key}', { method: 'GET', requestParameters: key }),
  to('GET /by-action/{key}', 's3:action/GetObject&Bucket=bucket&Key={key}', { method: 'GET', requestParameters: key }),
  to('POST /tagging', 's3:action/PutObjectTagging&Bucket=bucket', { method: 'PUT' }),
  to('POST /executions', 'states:action/StartExecution', {
    ...body(`{"stateMachineArn":"${machineArn}","input":"$util.escapeJavaScript($input.json('$'))"}`),
  }),
  to('POST /sync', 'states:action/StartSyncExecution', body(`{"stateMachineArn":"${machineArn}"}`)),
  to('POST /events', 'events:action/PutEvents', {
    requestParameters: { 'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'" },
    ...body(
      '{"Entries":[{"Source":"shop","DetailType":"order","Detail":"$util.escapeJavaScript($input.json(\'$\'))"}]}',
    ),
  }),
  to('POST /no-target', 'events:action/PutEvents'),
  ...['nothing', 'untrusting', 'of-another-api', 'gone'].map((name) =>
    to(`POST /as/${name}`, 'dynamodb:action/Scan', { credentials: roleArn(name), ...body('{"TableName":"table"}') }),
  ),
  to('POST /as/stage', 'dynamodb:action/Scan', {
    credentials: 'arn:aws:iam::123456789012:role/${stageVariables.role}',
    ...body('{"TableName":"table"}'),
  }),
  to('POST /as/caller', 'dynamodb:action/Scan', { credentials: 'arn:aws:iam::*:user/*' }),
  {
    ...to('POST /as/signer', 'dynamodb:action/Scan', {
      credentials: 'arn:aws:iam::*:user/*',
      ...body('{"TableName":"table"}'),
    }),
    auth: { kind: 'iam' } as const,
  },
  to('POST /as/nobody', 'dynamodb:action/Scan', { credentials: undefined }),
  to('POST /mail', 'email:action/SendEmail'),
  to('POST /stream', 'firehose:action/PutRecord', { type: 'AWS_PROXY' }),
];

const api = conformanceApi('services', {
  routes,
  stages: [aStage({ variables: { queue: queuePath, role: 'all' } })],
  gatewayResponses: [
    {
      address: 'aws_api_gateway_gateway_response.x',
      type: 'DEFAULT_5XX',
      statusCode: '503',
      responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
      responseTemplates: { [json]: '{}' },
    },
  ],
});
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
  row('Step Functions starts an execution', pages.stepFunctions, async ({ call }) => {
    const { executionArn } = (await post(call, '/executions', { a: '"' })).json();
    expect(executionArn).toContain(':execution:machine:');
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
    isNotServed('Step Functions waits for no execution', '/sync', 'start_sync_execution', pages.stepFunctions),
    isNotServed('A call without credentials is not made', '/as/nobody', 'without the credentials of a role'),
    isNotServed('Other services are not called', '/mail', 'AWS service email'),
    isNotServed('S3 is called by path and by five actions', '/tagging', 'S3 PutObjectTagging by its name'),
    isNotServed('Firehose as AWS_PROXY is not called', '/stream', 'AWS_PROXY with firehose'),
  ],
};
