import { Services, type ServiceRequest } from '../services';
import { region } from '../testing/surface';

const account = '123456789012';

const statement = (more: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] });
const trust = (service: string, more: object = {}) =>
  statement({ Principal: { Service: service }, Action: 'sts:AssumeRole', ...more });

/** ARN of a role that the rows call AWS services with. */
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** URI of an integration with an AWS service. */
export const serviceUri = (rest: string): string => `arn:aws:apigateway:${region}:${rest}`;

export const topicArn = `arn:aws:sns:${region}:${account}:topic`;
const machine = (name: string) => `arn:aws:states:${region}:${account}:stateMachine:${name}`;
export const machineArn = machine('machine');
/** Of express type: callers wait for its executions. */
export const expressArn = machine('express');
/** The same, with a task. */
export const taskArn = machine('task');
export const queuePath = `${account}/queue`;

/** What the AWS services of the emulator have when the rows begin. */
export async function fillAws(url: string): Promise<void> {
  const ask = asker(url);
  await roles(ask);
  await ask.json('sqs', 'AmazonSQS.CreateQueue', { QueueName: 'queue' });
  await ask.json('sqs', 'AmazonSQS.CreateQueue', { QueueName: 'subscribed' });
  await ask.form('sns', { Action: 'CreateTopic', Name: 'topic' });
  const subscribed = { Protocol: 'sqs', Endpoint: `arn:aws:sqs:${region}:${account}:subscribed` };
  await ask.form('sns', { Action: 'Subscribe', TopicArn: topicArn, ...subscribed });
  await ask.json('dynamodb', 'DynamoDB_20120810.CreateTable', {
    TableName: 'table',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  await ask.bucket('bucket');
  await ask.json('kinesis', 'Kinesis_20131202.CreateStream', { StreamName: 'stream', ShardCount: 1 });
  await stateMachines(ask);
}

type Asker = ReturnType<typeof asker>;

async function stateMachines(ask: Asker): Promise<void> {
  const make = (name: string, state: object, type?: string) =>
    ask.json('states', 'AWSStepFunctions.CreateStateMachine', {
      ...{ name, type, roleArn: roleArn('all') },
      definition: JSON.stringify({ StartAt: 'Only', States: { Only: state } }),
    });
  await make('machine', { Type: 'Succeed' });
  await make('express', { Type: 'Pass', Parameters: { 'hello.$': '$.name' }, End: true }, 'EXPRESS');
  await make('task', { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true }, 'EXPRESS');
}

async function roles(ask: Asker): Promise<void> {
  const gateway = 'apigateway.amazonaws.com';
  const source = { 'aws:SourceArn': `arn:aws:execute-api:${region}:${account}:other/*` };
  const trusted: Readonly<Record<string, string>> = {
    all: trust(gateway),
    nothing: trust(gateway),
    untrusting: trust('lambda.amazonaws.com'),
    'of-another-api': trust(gateway, { Condition: { ArnLike: source } }),
  };
  for (const [RoleName, AssumeRolePolicyDocument] of Object.entries(trusted)) {
    await ask.form('iam', { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument });
    if (RoleName === 'nothing') continue;
    const PolicyDocument = statement({ Action: '*', Resource: '*' });
    await ask.form('iam', { Action: 'PutRolePolicy', RoleName, PolicyName: 'all', PolicyDocument });
  }
}

const locationOf = (name: string): string =>
  `<CreateBucketConfiguration><LocationConstraint>${name}</LocationConstraint></CreateBucketConfiguration>`;

/** Asks the emulator as a deploy does, which may all. */
export function asker(url: string) {
  const keys = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: '' };
  const send = async (request: Pick<ServiceRequest, 'service'> & Partial<ServiceRequest>): Promise<string> => {
    const whole = { region, method: 'POST', path: '/', headers: {}, ...request };
    const { body, status } = await new Services({ endpoint: url }).callWith(whole, keys);
    if (status !== 200) throw new Error(`${request.service} answered ${status}: ${body.toString()}`);
    return body.toString();
  };
  return {
    send,
    bucket: (name: string) => send({ service: 's3', method: 'PUT', path: `/${name}`, body: locationOf(region) }),
    json: (service: string, target: string, body: object) =>
      send({
        service,
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
        body: JSON.stringify(body),
      }),
    form: (service: string, parameters: Record<string, string>) =>
      send({
        service,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(parameters).toString(),
      }),
  };
}
