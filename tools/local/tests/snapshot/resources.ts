import { json, rest, s3 } from '../roles/requests';
import { row, type Services } from './row';

const dynamodb = (services: Services, operation: string, parameters: object) =>
  services.ask(json('dynamodb', operation, parameters));

async function makeTable(services: Services, TableName: string): Promise<void> {
  await dynamodb(services, 'CreateTable', {
    TableName,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
}

const IN_EUROPE =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';

export const resources = [
  row(
    'objects of S3, of any size, and their earlier versions',
    async (services) => {
      await services.ask(s3('PUT', '/kept', IN_EUROPE));
      const on = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
      await services.ask(s3('PUT', '/kept?versioning=', on));
      for (const body of ['first', 'second']) await services.ask(s3('PUT', '/kept/small', body));
      await services.ask(s3('PUT', '/kept/large', 'x'.repeat(20_000_000)));
    },
    async (services) => {
      // It is theirs already, so that changes nothing.
      await services.ask(s3('PUT', '/kept', IN_EUROPE)).catch(() => undefined);
      expect(await services.ask(s3('GET', '/kept/small'))).toEqual({ text: 'second' });
      expect(await services.ask(s3('GET', '/kept/large'))).toEqual({ text: 'x'.repeat(20_000_000) });
      const { text } = await services.ask(s3('GET', '/kept?versions='));
      expect(String(text).match(/<Key>small<\/Key>/g)).toHaveLength(2);
    },
  ),
  row(
    'items of DynamoDB',
    async (services) => {
      await makeTable(services, 'kept');
      await dynamodb(services, 'PutItem', { TableName: 'kept', Item: { id: { S: '1' }, n: { N: '7' } } });
    },
    async (services) => {
      const { Items } = await dynamodb(services, 'Scan', { TableName: 'kept' });
      expect(Items).toEqual([{ id: { S: '1' }, n: { N: '7' } }]);
      await dynamodb(services, 'PutItem', { TableName: 'kept', Item: { id: { S: '2' } } });
    },
  ),
  row(
    'messages of SQS, and those that are in work',
    async (services) => {
      const { QueueUrl } = await services.ask(json('sqs', 'CreateQueue', { QueueName: 'kept' }));
      const path = new URL(QueueUrl as string).pathname;
      const ask = (operation: string, more: object) => services.ask(json('sqs', operation, { QueueUrl, ...more }));
      await ask('SendMessage', { MessageBody: 'in work' });
      const { Messages } = await ask('ReceiveMessage', { VisibilityTimeout: 43_200 });
      await ask('SendMessage', { MessageBody: 'waits' });
      return { path, receipt: (Messages as { ReceiptHandle: string }[])[0]!.ReceiptHandle };
    },
    async (services, { path, receipt }) => {
      const ask = (operation: string, more: object) =>
        services.ask(json('sqs', operation, { QueueUrl: `${services.url}${path}`, ...more }));
      const { Messages } = await ask('ReceiveMessage', { MaxNumberOfMessages: 10 });
      expect((Messages as { Body: string }[]).map(({ Body }) => Body)).toEqual(['waits']);
      await ask('DeleteMessage', { ReceiptHandle: receipt });
    },
  ),
  row(
    'secrets, and what a KMS key encrypted',
    async (services) => {
      await services.ask(json('secretsmanager', 'CreateSecret', { Name: 'kept', SecretString: 'between us' }));
      const { KeyMetadata } = await services.ask(json('kms', 'CreateKey', {}));
      const { KeyId } = KeyMetadata as { KeyId: string };
      const Plaintext = Buffer.from('plain').toString('base64');
      const { CiphertextBlob } = await services.ask(json('kms', 'Encrypt', { KeyId, Plaintext }));
      return CiphertextBlob as string;
    },
    async (services, CiphertextBlob) => {
      const { SecretString } = await services.ask(json('secretsmanager', 'GetSecretValue', { SecretId: 'kept' }));
      expect(SecretString).toBe('between us');
      const { Plaintext } = await services.ask(json('kms', 'Decrypt', { CiphertextBlob }));
      expect(Buffer.from(Plaintext as string, 'base64').toString()).toBe('plain');
    },
  ),
  row(
    'keys of KMS that sign',
    async (services) => {
      const ids: string[] = [];
      for (const KeySpec of ['RSA_2048', 'ECC_NIST_P256']) {
        const { KeyMetadata } = await services.ask(json('kms', 'CreateKey', { KeySpec, KeyUsage: 'SIGN_VERIFY' }));
        ids.push((KeyMetadata as { KeyId: string }).KeyId);
      }
      const keys = ids.map(async (KeyId) => (await services.ask(json('kms', 'GetPublicKey', { KeyId })))['PublicKey']);
      return { ids, keys: await Promise.all(keys) };
    },
    async (services, { ids, keys }) => {
      const found = ids.map(async (KeyId) => (await services.ask(json('kms', 'GetPublicKey', { KeyId })))['PublicKey']);
      expect(await Promise.all(found)).toEqual(keys);
    },
  ),
  row(
    'an API, its resources, and those that are made after the restore',
    async (services) => {
      const { id } = await services.ask(rest('apigateway', 'POST', '/restapis', { name: 'kept' }));
      return id as string;
    },
    async (services, id) => {
      const { item } = (await services.ask(rest('apigateway', 'GET', `/restapis/${id}/resources`))) as {
        item: { id: string }[];
      };
      await services.ask(rest('apigateway', 'POST', `/restapis/${id}/resources/${item[0]!.id}`, { pathPart: 'new' }));
    },
  ),
];
