import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { exportUsers, type Imported, importUsers } from '@gatehouse/users';
import { type Emulator, startEmulator } from '../src/emulator';
import { Aws } from './gaps';
import { UnsteadyAws } from './users/unsteady-aws';

const REGION = 'eu-west-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-import-'));
const file = join(folder, 'export');

let emulator: Emulator;
let aws: Aws;
let unsteady: UnsteadyAws;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = new Aws(emulator.url);
  unsteady = new UnsteadyAws(emulator.url);
  await unsteady.start();
  const from = await makePool();
  await addUsers(from);
  const kms = new KMSClient({ region: REGION, endpoint: emulator.url, credentials });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await exportUsers({ ...clients(), userPoolId: from, keyArn: KeyMetadata!.Arn!, file, print: () => undefined });
});

afterAll(async () => {
  await unsteady?.stop();
  await emulator?.stop();
  rmSync(folder, { recursive: true });
});

it('goes on after an interruption at each request, and does nothing twice that Cognito does once', async () => {
  const userPoolId = await makePool();
  // The first request of each kind ends the run.
  const seen = new Set<string>();
  unsteady.fateOf = (operation) => {
    if (!/^(Admin|Create|Start)/.test(operation) || seen.has(operation)) return 'pass';
    seen.add(operation);
    return 'fail';
  };

  for (let runs = 0; runs < 5; runs += 1) expect(await run(userPoolId)).toBeUndefined();
  const counts = await run(userPoolId);

  expect([...seen]).toEqual([
    'CreateUserImportJob',
    'StartUserImportJob',
    'AdminAddUserToGroup',
    'AdminLinkProviderForUser',
    'AdminDisableUser',
  ]);
  expect(
    unsteady.seen.filter(({ fate, operation }) => fate === 'pass' && operation === 'StartUserImportJob'),
  ).toHaveLength(1);
  expect(counts).toEqual({ imported: 2, skipped: 0, failed: 0 });
  expect(await tell(userPoolId, 'ann@example.com')).toEqual({ groups: ['editors'], enabled: true, identities: [] });
  const google = [expect.objectContaining({ providerName: 'Google', userId: '1234' })];
  expect(await tell(userPoolId, 'cyd@example.com')).toEqual({
    groups: ['editors'],
    enabled: false,
    identities: google,
  });
  expect(existsSync(`${file}.import-${userPoolId}`)).toBe(false);
});

/** @returns nothing when it was interrupted */
async function run(userPoolId: string): Promise<Imported | undefined> {
  const logRoleArn = 'arn:aws:iam::123456789012:role/logs';
  const decide = () => Promise.resolve();
  try {
    return await importUsers({ ...clients(), userPoolId, logRoleArn, file, print: () => undefined, decide });
  } catch (error) {
    if ((error as Error).name !== 'NotAuthorizedException') throw error;
    return undefined;
  }
}

const clients = () => ({
  cognito: new CognitoIdentityProviderClient({ region: REGION, endpoint: unsteady.url, credentials }),
  kms: { endpoint: emulator.url, credentials: () => Promise.resolve(credentials) },
});

async function makePool(): Promise<string> {
  const { UserPool } = await aws.idp('CreateUserPool', {
    PoolName: 'people',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
  });
  const UserPoolId: string = UserPool.Id;
  await aws.idp('CreateGroup', { UserPoolId, GroupName: 'editors' });
  await aws.idp('CreateIdentityProvider', {
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'a', client_secret: 'b', authorize_scopes: 'openid' },
  });
  return UserPoolId;
}

/** Both are in a group; Cyd is linked to Google, and disabled. */
async function addUsers(UserPoolId: string): Promise<void> {
  for (const Username of ['ann@example.com', 'cyd@example.com']) {
    const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
    await aws.idp('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes });
    await aws.idp('AdminAddUserToGroup', { UserPoolId, Username, GroupName: 'editors' });
  }
  await aws.idp('AdminLinkProviderForUser', {
    UserPoolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'cyd@example.com' },
    SourceUser: { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1234' },
  });
  await aws.idp('AdminDisableUser', { UserPoolId, Username: 'cyd@example.com' });
}

async function tell(UserPoolId: string, Username: string): Promise<object> {
  const { Enabled, UserAttributes } = await aws.idp('AdminGetUser', { UserPoolId, Username });
  const { Groups } = await aws.idp('AdminListGroupsForUser', { UserPoolId, Username });
  const attributes = UserAttributes as { Name: string; Value: string }[];
  return {
    groups: (Groups as { GroupName: string }[]).map(({ GroupName }) => GroupName),
    enabled: Enabled as boolean,
    identities: JSON.parse(attributes.find(({ Name }) => Name === 'identities')?.Value ?? '[]') as object[],
  };
}
