import { refusal } from '../../../testing/api';
import { definitions } from '../../../testing/definitions';
import { evil, ownRegion, serviceUri, writtenService } from '../../../testing/written-service';
import { Auth, Integration, RequestValue } from '../../index';

const auth = Auth.accessToken('orders/write');
const queue = {
  url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders',
  arn: 'arn:aws:sqs:eu-west-1:123456789012:orders',
};
const topic = { arn: 'arn:aws:sns:eu-west-1:123456789012:news' };
const machine = { arn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:orders' };
const bus = { name: 'orders', arn: 'arn:aws:events:eu-west-1:123456789012:event-bus/orders' };
const bucket = { bucket: 'acme-files', arn: 'arn:aws:s3:::acme-files' };

describe('a message to a queue', () => {
  const integration = Integration.sendMessage(queue, { messageGroupId: RequestValue.header('X-Group') });
  const { answer, parameters, permissions, send, uri } = writtenService('POST /orders', integration);

  it('is a form of what callers send, by a role for this queue alone', () => {
    expect(uri).toBe(serviceUri('sqs:path/123456789012/orders'));
    expect(parameters).toEqual({ 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" });
    expect(permissions).toEqual([[['sqs:SendMessage'], ['arn:aws:sqs:eu-west-1:123456789012:orders']]]);
    const form = new URLSearchParams(send({ body: evil, header: { 'X-Group': 'a&b=c' } }));
    expect(Object.fromEntries(form)).toEqual({ Action: 'SendMessage', MessageBody: evil, MessageGroupId: 'a&b=c' });
  });

  it('is answered with its id', () => {
    const said = { SendMessageResponse: { SendMessageResult: { MessageId: 'm-1' } } };

    expect(JSON.parse(answer(JSON.stringify(said)))).toEqual({ messageId: 'm-1' });
  });
});

it('a message to a topic is a form with the topic', () => {
  const { answer, permissions, send, uri } = writtenService(
    'POST /news',
    Integration.publish(topic, { subject: 'News' }),
  );

  expect(uri).toBe(serviceUri('sns:path//'));
  expect(permissions).toEqual([[['sns:Publish'], [topic.arn]]]);
  expect(Object.fromEntries(new URLSearchParams(send({ body: evil })))).toEqual({
    Action: 'Publish',
    TopicArn: topic.arn,
    Message: evil,
    Subject: 'News',
  });
  const said = { PublishResponse: { PublishResult: { MessageId: 'm-1' } } };
  expect(JSON.parse(answer(JSON.stringify(said)))).toEqual({ messageId: 'm-1' });
});

describe('an execution', () => {
  it('begins with what callers send', () => {
    const { answer, permissions, send, uri } = writtenService('POST /orders', Integration.startExecution(machine));

    expect(uri).toBe(serviceUri('states:action/StartExecution'));
    expect(permissions).toEqual([[['states:StartExecution'], [machine.arn]]]);
    expect(JSON.parse(send({ body: evil }))).toEqual({ stateMachineArn: machine.arn, input: evil });
    expect(JSON.parse(answer('{"executionArn":"arn:1"}'))).toEqual({ executionArn: 'arn:1' });
  });

  it('that is waited for answers with its output, or 500', () => {
    const { answer, uri } = writtenService('POST /orders', Integration.startSyncExecution(machine));

    expect(uri).toBe(serviceUri('states:action/StartSyncExecution'));
    expect(JSON.parse(answer('{"status":"SUCCEEDED","output":"{\\"total\\":3}"}'))).toEqual({ total: 3 });
    expect(answer('{"status":"FAILED","cause":"secret"}').trim()).toBe('500  {"message":"Internal Server Error"}');
  });
});

describe('an event', () => {
  const integration = Integration.putEvents(bus, { source: 'com.example', detailType: 'it\'s "ordered"' });
  const { answer, parameters, permissions, send, uri } = writtenService('POST /orders', integration);

  it('has what callers send as its detail', () => {
    expect(uri).toBe(serviceUri('events:action/PutEvents'));
    expect(parameters).toEqual({
      'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
      'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
    });
    expect(permissions).toEqual([[['events:PutEvents'], [bus.arn]]]);
    expect(JSON.parse(send({ body: evil }))).toEqual({
      Entries: [{ EventBusName: bus.arn, Source: 'com.example', DetailType: 'it\'s "ordered"', Detail: evil }],
    });
  });

  it('that the bus does not take is answered with 500', () => {
    expect(JSON.parse(answer('{"FailedEntryCount":0,"Entries":[{"EventId":"e-1"}]}'))).toEqual({ eventId: 'e-1' });
    expect(answer('{"FailedEntryCount":1,"Entries":[{"ErrorCode":"x"}]}')).toBe(
      '500 {"message":"Internal Server Error"}',
    );
  });
});

describe('a bucket', () => {
  const options = { prefix: 'public/', key: RequestValue.path('proxy') };

  it('answers with an object below the prefix', () => {
    const { method, parameters, permissions, uri } = writtenService(
      'GET /files/{proxy+}',
      Integration.getObject(bucket, options),
    );

    expect(uri).toBe(serviceUri('s3:path/acme-files/public/{key}', ownRegion));
    expect(method).toBe('GET');
    expect(parameters).toEqual({ 'integration.request.path.key': 'method.request.path.proxy' });
    expect(permissions).toEqual([[['s3:GetObject'], ['arn:aws:s3:::acme-files/public/*']]]);
  });

  it('takes the body of a request with its content type', () => {
    const { method, parameters, permissions } = writtenService(
      'PUT /files/{proxy+}',
      Integration.putObject(bucket, options),
    );

    expect(method).toBe('PUT');
    expect(parameters).toEqual({
      'integration.request.path.key': 'method.request.path.proxy',
      'integration.request.header.Content-Type': 'method.request.header.Content-Type',
    });
    expect(permissions).toEqual([[['s3:PutObject'], ['arn:aws:s3:::acme-files/public/*']]]);
  });
});

it('errors of a service say nothing of it, and pages may read them', () => {
  const { resource } = definitions(
    (api) => api.addRoute('POST /orders', { auth, integration: Integration.publish(topic) }),
    {
      cors: { allowOrigins: ['https://app.example.com'] },
    },
  );
  const answers = resource.aws_api_gateway_integration_response;

  expect(answers?.post_orders_answers_400).toMatchObject({
    selection_pattern: '4\\d{2}',
    status_code: '${aws_api_gateway_method_response.post_orders_answers_400.status_code}',
    response_parameters: { 'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'" },
    response_templates: { 'application/json': '{"message":"Bad Request"}' },
  });
  expect(answers?.post_orders_answers_500).toMatchObject({
    selection_pattern: '[35]\\d{2}',
    response_templates: { 'application/json': '{"message":"Internal Server Error"}' },
  });
});

it.each([
  [
    'a parameter that the path does not have',
    Integration.getObject(bucket, { key: RequestValue.path('key') }),
    '{key}',
  ],
  ['a prefix with a slash in front', Integration.getObject(bucket, { key: 'a', prefix: '/a' }), 'a prefix of keys'],
  ['a text with quotes in a form', Integration.publish(topic, { subject: "it's" }), "a text without ', $ and #"],
  [
    'the whole path in a template',
    Integration.startExecution(machine, { input: RequestValue.path() }),
    '$request.path',
  ],
])('%s fails', (_what, integration, message) => {
  expect(refusal((api) => api.addRoute('POST /orders', { auth, integration }))).toContain(message);
});
