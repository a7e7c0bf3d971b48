import { type Surface, surfaceFromSynth } from '@gatehouse/surface';
import { awsOf, callerOf, type Emulator } from '../../src/emulator';
import { type Gateway, startGateway } from '../../src/gateway';
import { asker } from '../../src/gateway/conformance/aws';
import { testKeys, testSigner } from '../../src/gateway/testing/call';
import { issuer } from '../../src/gateway/testing/surface';
import { asApplied, type StackJson } from './as-applied';

/** A stack with a REST API, served by the local gateway, with the resources that its routes call in an emulator. */
export class ServedExample {
  private constructor(
    private readonly gateway: Gateway,
    private readonly surface: Surface,
    private readonly emulator: Emulator,
  ) {}

  static async start(emulator: Emulator, json: StackJson): Promise<ServedExample> {
    const stack = asApplied(json);
    await makeResources(emulator.url, stack);
    const surface = surfaceFromSynth([stack]) as unknown as Surface;
    const gateway = await startGateway({
      surface,
      keys: testKeys,
      aws: awsOf(emulator),
      callerOf: (accessKeyId) => callerOf(emulator.internal, accessKeyId),
      functionRoots: [],
      onAccessLog: () => undefined,
    });
    return new ServedExample(gateway, surface, emulator);
  }

  /** `GET /items/a1`, with an access token of these scopes. */
  async call(request: string, scope: string, body?: string, headers: Record<string, string> = {}) {
    const [method, path] = request.split(' ');
    const response = await fetch(`${this.gateway.urlOf(this.surface.apis[0]!)}/${this.stage}${path}`, {
      method,
      body,
      headers: { authorization: await token(scope), 'content-type': 'application/json', ...headers },
    });
    const allowed = response.headers.get('access-control-allow-origin');
    return { status: response.status, body: await response.text(), allowed };
  }

  /** Texts of the messages that a queue has, at most ten. */
  async messages(queue: string): Promise<readonly string[]> {
    const QueueUrl = `${this.emulator.url}/123456789012/${queue}`;
    const request = { QueueUrl, MaxNumberOfMessages: 10 };
    const answer = await asker(this.emulator.url).json('sqs', 'AmazonSQS.ReceiveMessage', request);
    const { Messages = [] } = JSON.parse(answer) as { Messages?: { Body: string }[] };
    return Messages.map(({ Body }) => Body);
  }

  close(): Promise<void> {
    return this.gateway.close();
  }

  private get stage(): string {
    return this.surface.apis[0]!.stages[0]!.name;
  }
}

async function token(scope: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'ada', token_use: 'access', client_id: 'app', scope };
  return (await testSigner()).sign({ ...claims, iat: now, exp: now + 3600 });
}

/** What Terraform would make of the resources beside the API. */
async function makeResources(url: string, { resource }: StackJson): Promise<void> {
  const ask = asker(url);
  const each = (type: string) => Object.values(resource[type] ?? {});
  for (const { name } of each('aws_sqs_queue')) await ask.json('sqs', 'AmazonSQS.CreateQueue', { QueueName: name });
  for (const { name } of each('aws_sns_topic')) await ask.form('sns', { Action: 'CreateTopic', Name: String(name) });
  for (const { name } of each('aws_cloudwatch_event_bus'))
    await ask.json('events', 'AWSEvents.CreateEventBus', { Name: name });
  for (const { hash_key, name } of each('aws_dynamodb_table')) {
    await ask.json('dynamodb', 'DynamoDB_20120810.CreateTable', {
      TableName: name,
      KeySchema: [{ AttributeName: hash_key, KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: hash_key, AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
  }
  for (const { bucket } of each('aws_s3_bucket')) await ask.bucket(String(bucket));
  for (const { assume_role_policy, name } of each('aws_iam_role')) {
    const AssumeRolePolicyDocument = String(assume_role_policy);
    await ask.form('iam', { Action: 'CreateRole', RoleName: String(name), AssumeRolePolicyDocument });
  }
  for (const { name, policy, role } of each('aws_iam_role_policy')) {
    const named = { RoleName: String(role), PolicyName: String(name), PolicyDocument: String(policy) };
    await ask.form('iam', { Action: 'PutRolePolicy', ...named });
  }
}
