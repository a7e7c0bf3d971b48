import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type Construct } from 'constructs';
import { integrationOf } from '../../../testing/http-api';
import { type HttpApiIntegration, Integration, RequestValue } from '../../index';

describe('an integration of an HTTP API with an AWS service', () => {
  const queue = (scope: Construct) => named(new SqsQueue(scope, 'queue', {}), 'q');
  const bus = (scope: Construct) => named(new CloudwatchEventBus(scope, 'bus', { name: 'bus' }), 'bus');
  const stream = (scope: Construct) => named(new KinesisStream(scope, 'stream', { name: 's' }), 's');
  const machine = (scope: Construct, type?: string) =>
    named(
      new SfnStateMachine(scope, 'machine', { definition: '{}', roleArn: 'arn:aws:iam::123456789012:role/r', type }),
      'm',
    );
  const config = {
    application: { id: 'app', arn: 'arn:app' },
    environment: { environmentId: 'env', arn: 'arn:env' },
    profile: { configurationProfileId: 'profile', arn: 'arn:profile' },
  };

  it('has a role that may do this alone', () => {
    const resource = integrationOf((scope) =>
      Integration.sendMessage(queue(scope), { answers: { 200: { status: 202 } } }),
    );

    expect(resource.aws_apigatewayv2_integration?.get_a_by_id).toMatchObject({
      integration_type: 'AWS_PROXY',
      integration_subtype: 'SQS-SendMessage',
      credentials_arn: '${aws_iam_role.get_a_by_id.arn}',
      payload_format_version: '1.0',
      timeout_milliseconds: 30000,
      request_parameters: { QueueUrl: '${aws_sqs_queue.q.url}', MessageBody: '$request.body' },
      response_parameters: [{ status_code: '200', mappings: { 'overwrite:statuscode': '202' } }],
    });
    expect(resource.aws_iam_role?.get_a_by_id).toMatchObject({ name: 'reports-get_a_by_id' });
    expect(JSON.parse(resource.aws_iam_role?.get_a_by_id?.assume_role_policy as string)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'apigateway.amazonaws.com' } }],
    });
    expect(policyOf(resource)).toEqual([
      { Sid: 'SendMessage', Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: ['${aws_sqs_queue.q.arn}'] },
    ]);
    expect(resource.aws_apigatewayv2_stage?.api?.depends_on).toEqual(['aws_iam_role_policy.get_a_by_id']);
  });

  it.each<[string, (scope: Construct) => HttpApiIntegration, object, string, string[]]>([
    [
      'SQS-SendMessage',
      (scope) =>
        Integration.sendMessage(queue(scope), {
          messageGroupId: 'reports',
          deduplicationId: RequestValue.header('x-id'),
        }),
      {
        QueueUrl: '${aws_sqs_queue.q.url}',
        MessageBody: '$request.body',
        MessageGroupId: 'reports',
        MessageDeduplicationId: '$request.header.x-id',
      },
      'sqs:SendMessage',
      ['${aws_sqs_queue.q.arn}'],
    ],
    [
      'SQS-ReceiveMessage',
      (scope) => Integration.receiveMessage(queue(scope), { maxMessages: 10, waitSeconds: 5 }),
      { QueueUrl: '${aws_sqs_queue.q.url}', MaxNumberOfMessages: '10', WaitTimeSeconds: '5' },
      'sqs:ReceiveMessage',
      ['${aws_sqs_queue.q.arn}'],
    ],
    [
      'SQS-DeleteMessage',
      (scope) => Integration.deleteMessage(queue(scope), { receiptHandle: RequestValue.querystring('receipt') }),
      { QueueUrl: '${aws_sqs_queue.q.url}', ReceiptHandle: '$request.querystring.receipt' },
      'sqs:DeleteMessage',
      ['${aws_sqs_queue.q.arn}'],
    ],
    [
      'SQS-PurgeQueue',
      (scope) => Integration.purgeQueue(queue(scope)),
      { QueueUrl: '${aws_sqs_queue.q.url}' },
      'sqs:PurgeQueue',
      ['${aws_sqs_queue.q.arn}'],
    ],
    [
      'EventBridge-PutEvents',
      (scope) => Integration.putEvents(bus(scope), { source: 'com.example', detailType: RequestValue.path('id') }),
      {
        EventBusName: '${aws_cloudwatch_event_bus.bus.name}',
        Source: 'com.example',
        DetailType: '$request.path.id',
        Detail: '$request.body',
      },
      'events:PutEvents',
      ['${aws_cloudwatch_event_bus.bus.arn}'],
    ],
    [
      'StepFunctions-StartExecution',
      (scope) => Integration.startExecution(machine(scope), { name: RequestValue.context('requestId') }),
      {
        StateMachineArn: '${aws_sfn_state_machine.m.arn}',
        Input: '$request.body',
        Name: '$context.requestId',
      },
      'states:StartExecution',
      ['${aws_sfn_state_machine.m.arn}'],
    ],
    [
      'StepFunctions-StartSyncExecution',
      (scope) => Integration.startSyncExecution(machine(scope, 'EXPRESS'), { input: RequestValue.body('order') }),
      { StateMachineArn: '${aws_sfn_state_machine.m.arn}', Input: '$request.body.order' },
      'states:StartSyncExecution',
      ['${aws_sfn_state_machine.m.arn}'],
    ],
    [
      'StepFunctions-StopExecution',
      (scope) => Integration.stopExecution(machine(scope), { executionArn: RequestValue.body('execution') }),
      { ExecutionArn: '$request.body.execution' },
      'states:StopExecution',
      ['${replace(aws_sfn_state_machine.m.arn, ":stateMachine:", ":execution:")}:*'],
    ],
    [
      'Kinesis-PutRecord',
      (scope) => Integration.putRecord(stream(scope), { partitionKey: RequestValue.path('id') }),
      {
        StreamName: '${aws_kinesis_stream.s.name}',
        PartitionKey: '$request.path.id',
        Data: '$request.body',
      },
      'kinesis:PutRecord',
      ['${aws_kinesis_stream.s.arn}'],
    ],
    [
      'AppConfig-GetConfiguration',
      () => Integration.getConfiguration({ ...config, clientId: RequestValue.header('x-client') }),
      { Application: 'app', Environment: 'env', Configuration: 'profile', ClientId: '$request.header.x-client' },
      'appconfig:GetConfiguration',
      ['arn:app', 'arn:env', 'arn:profile'],
    ],
  ])('%s', (integration_subtype, make, request_parameters, action, arns) => {
    const resource = integrationOf(make);

    expect(resource.aws_apigatewayv2_integration?.get_a_by_id).toMatchObject({
      integration_subtype,
      request_parameters,
    });
    expect(policyOf(resource)).toMatchObject([{ Action: [action], Resource: arns }]);
  });

  it('waits as long as it says', () => {
    const resource = integrationOf((scope) => Integration.purgeQueue(queue(scope), { timeoutMilliseconds: 60 }));
    expect(resource.aws_apigatewayv2_integration?.get_a_by_id).toMatchObject({ timeout_milliseconds: 60 });
  });
});

const named = <T extends { overrideLogicalId(id: string): void }>(resource: T, name: string): T => {
  resource.overrideLogicalId(name);
  return resource;
};

const policyOf = (resource: ReturnType<typeof integrationOf>): unknown => {
  const policy = resource.aws_iam_role_policy?.get_a_by_id?.policy as string;
  return (
    JSON.parse(policy.replace(/\$\{[^}]*\}/g, (text) => JSON.stringify(text).slice(1, -1))) as { Statement: unknown }
  ).Statement;
};
