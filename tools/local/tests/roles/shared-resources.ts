import { form, json, rest, s3 } from './requests';
import { type Sent } from './wire';
import { account, byLambda, document, type Statement, type World } from './world';

/** A resource with a policy of its own, and a request that uses it. */
interface Shared {
  readonly arn: string;
  readonly use: Sent;
  setPolicy(statements: readonly Statement[]): Promise<unknown>;
}

export type Kind = 'bucket' | 'function' | 'key' | 'queue' | 'role' | 'secret' | 'table' | 'topic';

const arnOf = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:${account}:${resource}`;

const configuration =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';

/** Makes one of each kind. */
export const shared: Readonly<Record<Kind, (world: World, name: string) => Promise<Shared>>> = {
  bucket: async (world, name) => {
    await world.deploy(s3('PUT', `/${name}`, configuration));
    const setPolicy = (statements: readonly Statement[]) =>
      world.deploy(s3('PUT', `/${name}?policy`, document(statements)));
    return { arn: `arn:aws:s3:::${name}`, use: s3('PUT', `/${name}/one.txt`, '1'), setPolicy };
  },
  function: async (world, FunctionName) => {
    const Role = `arn:aws:iam::${account}:role/role-1`;
    const Code = { ZipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' };
    const settings = { FunctionName, Runtime: 'nodejs22.x', Role, Handler: 'index.handler', Code };
    await world.deploy(rest('lambda', 'POST', '/2015-03-31/functions', settings));
    const path = `/2015-03-31/functions/${FunctionName}`;
    const setPolicy = ([statement]: readonly Statement[]) => {
      const permission = { StatementId: 's', Action: 'lambda:GetFunction', Principal: statement?.['Principal'] };
      return world.deploy(rest('lambda', 'POST', `${path}/policy`, permission));
    };
    return { arn: arnOf('lambda', `function:${FunctionName}`), use: rest('lambda', 'GET', path), setPolicy };
  },
  key: async (world) => {
    const { text } = await world.deploy(json('kms', 'CreateKey', {}));
    const { Arn, KeyId } = (JSON.parse(text) as { KeyMetadata: { Arn: string; KeyId: string } }).KeyMetadata;
    const setPolicy = (statements: readonly Statement[]) =>
      world.deploy(json('kms', 'PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: document(statements) }));
    const EncryptionContext = { team: 'shop' };
    return { arn: Arn, use: json('kms', 'Encrypt', { KeyId, Plaintext: 'YQ==', EncryptionContext }), setPolicy };
  },
  queue: async (world, QueueName) => {
    await world.deploy(json('sqs', 'CreateQueue', { QueueName }));
    const QueueUrl = `http://127.0.0.1/${account}/${QueueName}`;
    const setPolicy = (statements: readonly Statement[]) =>
      world.deploy(json('sqs', 'SetQueueAttributes', { QueueUrl, Attributes: { Policy: document(statements) } }));
    return { arn: arnOf('sqs', QueueName), use: json('sqs', 'SendMessage', { QueueUrl, MessageBody: 'm' }), setPolicy };
  },
  role: async (world, RoleName) => {
    await world.deploy(form('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: document([byLambda]) }));
    const RoleArn = `arn:aws:iam::${account}:role/${RoleName}`;
    const setPolicy = (statements: readonly Statement[]) =>
      world.deploy(form('iam', 'UpdateAssumeRolePolicy', { RoleName, PolicyDocument: document(statements) }));
    return { arn: RoleArn, use: form('sts', 'AssumeRole', { RoleArn, RoleSessionName: 's' }), setPolicy };
  },
  secret: async (world, Name) => {
    const { text } = await world.deploy(json('secretsmanager', 'CreateSecret', { Name, SecretString: 's' }));
    const { ARN } = JSON.parse(text) as { ARN: string };
    const setPolicy = (statements: readonly Statement[]) =>
      world.deploy(
        json('secretsmanager', 'PutResourcePolicy', { SecretId: Name, ResourcePolicy: document(statements) }),
      );
    return { arn: ARN, use: json('secretsmanager', 'GetSecretValue', { SecretId: Name }), setPolicy };
  },
  table: async (world, TableName) => {
    await world.deploy(
      json('dynamodb', 'CreateTable', {
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    const arn = arnOf('dynamodb', `table/${TableName}`);
    const setPolicy = (statements: readonly Statement[]) =>
      world.deploy(json('dynamodb', 'PutResourcePolicy', { ResourceArn: arn, Policy: document(statements) }));
    return { arn, use: json('dynamodb', 'GetItem', { TableName, Key: { pk: { S: 'a' } } }), setPolicy };
  },
  topic: async (world, Name) => {
    await world.deploy(form('sns', 'CreateTopic', { Name }));
    const TopicArn = arnOf('sns', Name);
    const setPolicy = (statements: readonly Statement[]) => {
      const attribute = { TopicArn, AttributeName: 'Policy', AttributeValue: document(statements) };
      return world.deploy(form('sns', 'SetTopicAttributes', attribute));
    };
    return { arn: TopicArn, use: form('sns', 'Publish', { TopicArn, Message: 'm' }), setPolicy };
  },
};
