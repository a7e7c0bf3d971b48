import { type Integration } from '@gatehouse/surface';
import { aRoute, aStage, lambdaIntegration } from '../testing/surface';
import { expressArn, machineArn, queuePath, roleArn, serviceUri, taskArn, topicArn } from './aws';
import { aResponse } from './mocks';
import { conformanceApi } from './served';

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
  ...Object.entries({ '/sync': expressArn, '/sync/task': taskArn }).map(([path, arn]) =>
    to(`POST ${path}`, 'states:action/StartSyncExecution', {
      ...body(`{"stateMachineArn":"${arn}","input":"$util.escapeJavaScript($input.json('$'))"}`),
    }),
  ),
  to('POST /events', 'events:action/PutEvents', {
    requestParameters: { 'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'" },
    ...body(
      '{"Entries":[{"Source":"shop","DetailType":"order","Detail":"$util.escapeJavaScript($input.json(\'$\'))"}]}',
    ),
  }),
  to(
    'POST /stream/shop',
    'kinesis:action/PutRecord',
    body('{"StreamName":"stream","PartitionKey":"1","Data":"$util.base64Encode($input.body)"}'),
  ),
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

/** An API whose integrations call AWS services. */
export const servicesApi = conformanceApi('services', {
  binaryMediaTypes: ['image/png'],
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
