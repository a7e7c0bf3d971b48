import { createPublicKey } from 'node:crypto';
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { ListAliasesCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  GetBucketEncryptionCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { type Emulator, roleCredentials, startEmulator } from '@gatehouse/local-tools/emulator';
import { lostStateKey } from '@gatehouse/terraform';
import { killTree } from '@gatehouse/testing/process-tree';
import { awsClients } from '../src/aws';
import { makeDigestKeys } from '../src/state/digest-keys';
import { noteLostStateKey } from '../src/state/note-lost-state-key';
import { FaultyLine, type PowerCut } from '../testing/power-cut';
import { type Outcome, outcomeOf, TestWorkspace } from '../testing/workspace';

const Bucket = 'gatehouse-local-state';
const stateKey = 'bootstrap/123456789012-eu-west-1.tfstate';
const recordKey = 'rights/local.json';
const digestKey = 'digest-keys/local';
const made = [new RegExp(`^PUT /${Bucket}/?$`), /CreateKey$/, /^CreateRole$/];
const statePath = new RegExp(`^PUT /${Bucket}/${stateKey}$`);

let emulator: Emulator;
let line: FaultyLine;
let workspace: TestWorkspace;
let roles = 0;

beforeAll(async () => {
  emulator = await startEmulator({ onRefusal: () => undefined });
  line = await new FaultyLine(emulator.url).open();
  workspace = new TestWorkspace({ github: { repository: 'acme/shop' } });
});

afterAll(async () => {
  await line?.close();
  await emulator?.stop();
  workspace?.remove();
});

/** Runs the bootstrap, and kills it and all that it started at an exact request. */
async function runUntil(cut: PowerCut): Promise<Outcome> {
  const happened = line.cutAt(cut);
  const child = workspace.start(line.url);
  const ended = child.then(outcomeOf);
  const early = await Promise.race([happened.then(() => undefined), ended]);
  if (early !== undefined) throw new Error(`It ended before ${cut.at.join(', ')}:\n${early.text}`);
  killTree(child.pid!);
  line.restore();
  return ended;
}

const aws = () => awsClients({ region: 'eu-west-1', endpoint: emulator.url });

async function objects(): Promise<string[]> {
  const { Contents = [] } = await aws().s3.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map(({ Key = '' }) => Key);
}

async function readDigestKey() {
  const { Body, SSEKMSKeyId } = await aws().s3.send(new GetObjectCommand({ Bucket, Key: digestKey }));
  return { text: await Body?.transformToString(), encryptedWith: SSEKMSKeyId };
}

describe('a bootstrap that is killed again and again', () => {
  it.each<[string, PowerCut]>([
    ['before bucket, key and role are made', { at: made, when: 'before' }],
    ['when they are made, but nobody has written it down', { at: made, when: 'after' }],
    ['while S3 takes over the lifecycle rules', { at: [/^PUT .*\?lifecycle/], when: 'after' }],
    ['between the deployment and the move of the state', { at: [statePath], when: 'before' }],
    ['during the move of the state', { at: [statePath], when: 'after' }],
    ['while it holds the lock in the bucket', { at: [/^PUT .*\.tflock$/], when: 'after' }],
  ])('dies %s', async (_, cut) => {
    expect((await runUntil(cut)).signal).toBe('SIGKILL');
  });

  it('is complete after one run more, with nothing lost or made twice', async () => {
    expect(await objects()).toEqual([stateKey, `${stateKey}.tflock`, recordKey]);
    const { json, text, exitCode } = await workspace.run(emulator.url);
    expect([exitCode, text]).toEqual([0, expect.stringContaining('"accounts"')]);
    // All was made before the last kill.
    expect(json?.accounts[0]?.changes).toEqual({ add: 0, change: 0, remove: 0, import: 0 });
    expect(await objects()).toEqual([stateKey, digestKey, recordKey]);
    expect(workspace.localStates()).toEqual([]);

    const keyArn = json?.accounts[0]?.outputs['state_key_arn'] ?? '';
    const key = await readDigestKey();
    expect(key).toEqual({ text: expect.stringMatching(/^[0-9a-f]{64}$/), encryptedWith: keyArn });
    // As the next run does.
    await makeDigestKeys(aws().s3, { environments: [{ name: 'local' }], state: { bucket: Bucket } }, keyArn);
    expect(await readDigestKey()).toEqual(key);
    const lostKeyArn = json?.accounts[0]?.outputs['lost_state_key_arn'] ?? '';
    const { Keys = [] } = await aws().kms.send(new ListKeysCommand({}));
    expect(new Set(Keys.map(({ KeyArn }) => KeyArn))).toEqual(new Set([keyArn, lostKeyArn]));
    expect(Keys).toHaveLength(2);
    const { Aliases = [] } = await aws().kms.send(new ListAliasesCommand({}));
    const own = Aliases.filter(({ AliasName = '' }) => AliasName.startsWith('alias/gatehouse-'));
    expect(own.map(({ AliasName }) => AliasName).sort()).toEqual([
      'alias/gatehouse-state',
      'alias/gatehouse-state-lost',
    ]);

    // As a run in an account that is no emulator does.
    const note = () => noteLostStateKey(aws().kms, workspace.directory, { bucket: Bucket, keyArn: lostKeyArn });
    expect(await note()).toBe('apps/bootstrap/lost-state-keys.json');
    expect(await note()).toBeUndefined();
    const { publicKey } = lostStateKey(workspace.directory, Bucket);
    expect(createPublicKey(publicKey).asymmetricKeyDetails).toMatchObject({ modulusLength: 4096 });
  });
});

describe('the state bucket', () => {
  it('is versioned, encrypted with the key, and closed to the public', async () => {
    const { s3 } = aws();
    expect(await s3.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Enabled' });
    const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true },
    ]);
    const access = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(access.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

  it.each([
    ['takes', 'no encryption of its own', {}],
    ['takes', 'the key', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/gatehouse-state' }],
    ['refuses', 'another encryption', { ServerSideEncryption: 'AES256' }],
    ['refuses', 'another key', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/other' }],
  ] as const)('%s an object that is sent with %s', async (verdict, _, encryption) => {
    const s3 = await clientOfRole();
    const put = s3.send(new PutObjectCommand({ Bucket, Key: 'dev/api.tfstate.tflock', Body: 'x', ...encryption }));
    const outcome = await put.then(
      () => 'takes',
      () => 'refuses',
    );
    expect(outcome).toBe(verdict);
  });
});

/** With a role that may do all: the emulator lets the key of a deploy do what a bucket policy denies. */
async function clientOfRole(): Promise<S3Client> {
  const { iam } = aws();
  const RoleName = `writer-${(roles += 1)}`;
  const policy = (Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const made = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: policy([]) }));
  const PolicyDocument = policy([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'all', PolicyDocument }));
  const request = { roleArn: made.Role!.Arn!, sessionName: 'test', seconds: 900 };
  const { accessKeyId, secretAccessKey, sessionToken } = await roleCredentials(emulator.internal, request);
  const credentials = { accessKeyId, secretAccessKey, sessionToken };
  return new S3Client({ region: 'eu-west-1', endpoint: emulator.url, forcePathStyle: true, credentials });
}
