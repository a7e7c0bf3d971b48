import { CreateOpenIDConnectProviderCommand, TagOpenIDConnectProviderCommand } from '@aws-sdk/client-iam';
import { CreateAliasCommand, CreateKeyCommand, GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketLifecycleConfigurationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type Emulator, startEmulator } from '@gatehouse/local-tools/emulator';
import { type Aws, awsClients } from '../src/aws';
import { TestWorkspace } from '../testing/workspace';

const Bucket = 'gatehouse-local-state';
const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';

let emulator: Emulator;
let workspace: TestWorkspace;
let aws: Aws;
let keyArn: string;

beforeAll(async () => {
  emulator = await startEmulator();
  workspace = new TestWorkspace({ github: { repository: 'acme/shop' } });
  aws = awsClients({ region: 'eu-west-1', endpoint: emulator.url });
  await makeBucket();
  // AWS's own default, which moto leaves out.
  const made = await aws.kms.send(new CreateKeyCommand({ KeyUsage: 'ENCRYPT_DECRYPT' }));
  keyArn = made.KeyMetadata?.Arn ?? '';
  await aws.kms.send(new CreateAliasCommand({ AliasName: 'alias/gatehouse-state', TargetKeyId: keyArn }));
  await aws.iam.send(
    new CreateOpenIDConnectProviderCommand({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIDList: ['sts.amazonaws.com'],
    }),
  );
});

afterAll(async () => {
  await emulator?.stop();
  workspace?.remove();
});

/** A bucket with a state in it, as another tool made it. */
async function makeBucket(): Promise<void> {
  const { s3 } = aws;
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'local/api.tfstate', Body: 'a state' }));
  // The rules that the bootstrap sets: others would be replaced, which takes the provider a minute.
  await s3.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket,
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'old-versions',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            NoncurrentVersionExpiration: { NoncurrentDays: 90, NewerNoncurrentVersions: 20 },
            Expiration: { ExpiredObjectDeleteMarker: true },
          },
          {
            ID: 'partial-uploads',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    }),
  );
}

describe('a bootstrap of an account that has some of it already', () => {
  it('fails when what exists was made for other ends, and changes nothing', async () => {
    const { exitCode, text } = await workspace.run(emulator.url);
    expect(exitCode).toBe(1);
    expect(text).toContain(
      "The OIDC provider token.actions.githubusercontent.com exists in account 123456789012, and is not the bootstrap's: it has no tag Project=gatehouse. " +
        'Say that it is made elsewhere, with "github": { "provider": { "123456789012": "elsewhere" } } in environments/bootstrap.json, or give it that tag to have it taken over.',
    );
    expect(workspace.localStates()).toEqual([]);
  });

  it('adopts bucket, key and provider, and keeps what is in the bucket', async () => {
    await aws.iam.send(
      new TagOpenIDConnectProviderCommand({
        OpenIDConnectProviderArn: provider,
        Tags: [{ Key: 'Project', Value: 'gatehouse' }],
      }),
    );
    const { json, text, exitCode } = await workspace.run(emulator.url);
    expect([exitCode, text]).toEqual([0, expect.stringContaining('"accounts"')]);
    expect(json?.accounts[0]?.adopted).toEqual([
      'aws_iam_openid_connect_provider.github',
      'aws_kms_alias.state',
      'aws_kms_key.state',
      'aws_s3_bucket.state',
      'aws_s3_bucket_lifecycle_configuration.state',
    ]);
    expect(json?.accounts[0]?.changes).toEqual({ add: 24, change: 3, import: 5, remove: 0 });
    expect(json?.accounts[0]?.outputs).toMatchObject({ state_bucket: Bucket, state_key_arn: keyArn });

    const kept = await aws.s3.send(new GetObjectCommand({ Bucket, Key: 'local/api.tfstate' }));
    expect(await kept.Body?.transformToString()).toBe('a state');
    const rotation = await aws.kms.send(new GetKeyRotationStatusCommand({ KeyId: keyArn }));
    expect(rotation.KeyRotationEnabled).toBe(true);
    expect(workspace.localStates()).toEqual([]);
  });
});
