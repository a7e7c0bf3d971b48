import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { exportUsers, readSealed } from '@gatehouse/users';
import { type Emulator, startEmulator } from '../src/emulator';
import { Aws } from './gaps';
import { UnsteadyAws } from './users/unsteady-aws';

const REGION = 'eu-west-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-users-'));

let emulator: Emulator;
let aws: Aws;
let unsteady: UnsteadyAws;
let keyArn: string;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = new Aws(emulator.url);
  unsteady = new UnsteadyAws(emulator.url);
  await unsteady.start();
  const { KeyMetadata } = await new KMSClient({ region: REGION, endpoint: emulator.url, credentials }).send(
    new CreateKeyCommand({}),
  );
  keyArn = KeyMetadata!.Arn!;
});

afterAll(async () => {
  await unsteady?.stop();
  await emulator?.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  unsteady.fateOf = () => 'pass';
  unsteady.seen.length = 0;
});

it('exports twenty thousand users, through refusals for the rate and interruptions', async () => {
  const userPoolId = await poolOf(20_000);
  const file = join(folder, 'many');
  // Every fortieth request is too many, and every hundredth ends the run.
  let count = 0;
  unsteady.fateOf = (operation) => {
    if (operation !== 'ListUsers') return 'pass';
    count += 1;
    if (count % 100 === 0) return 'fail';
    return count % 40 === 0 ? 'throttle' : 'pass';
  };

  expect(await exportWithRestarts(userPoolId, file)).toBe(3);
  expect(unsteady.seen.filter(({ fate }) => fate === 'throttle').length).toBeGreaterThan(3);
  // No page was asked for twice but those that were refused.
  const passed = unsteady.seen.filter(({ operation, fate }) => operation === 'ListUsers' && fate === 'pass');
  expect(passed).toHaveLength(Math.ceil(20_000 / 60));
  expect(await usernamesIn(file)).toEqual(emails(20_000));
});

it('goes on after an interruption at each page, and leaves nothing but the export', async () => {
  const userPoolId = await poolOf(300);
  await aws.idp('CreateGroup', { UserPoolId: userPoolId, GroupName: 'editors' });
  for (const Username of emails(70)) {
    await aws.idp('AdminAddUserToGroup', { UserPoolId: userPoolId, GroupName: 'editors', Username });
  }
  const file = join(folder, 'each');
  // One page for each run: the first request for a page after one that was written fails.
  let pages = 0;
  unsteady.fateOf = (operation) => {
    if (operation === 'ListGroups' || !operation.startsWith('ListUsers')) return 'pass';
    pages += 1;
    return pages % 2 === 0 ? 'fail' : 'pass';
  };

  // Two pages of members and five of users.
  expect(await exportWithRestarts(userPoolId, file)).toBe(6);
  expect(await usernamesIn(file)).toEqual(emails(300));
  expect(await membersIn(file)).toEqual(emails(70));
  expect(existsSync(`${file}.progress`)).toBe(false);
});

it('begins anew when Cognito no longer knows the place, and writes nothing of people that is not encrypted', async () => {
  const userPoolId = await poolOf(150);
  const file = join(folder, 'anew');
  let users = 0;
  unsteady.fateOf = (operation) => (operation === 'ListUsers' && (users += 1) === 2 ? 'fail' : 'pass');
  await expect(run(userPoolId, file)).rejects.toThrow('Rate exceeded');
  const progress = `${file}.progress`;
  const text = readFileSync(progress, 'utf8');
  expect(text).not.toContain('@example.com');
  const lines: string[] = [];
  writeFileSync(progress, text.replace(/"token":"[^"]*"/, '"token":"forgotten"'));

  expect(await run(userPoolId, file, lines)).toBe(150);
  expect(lines).toContain('Cognito no longer knows where the export stopped: it begins anew.');
  expect(await usernamesIn(file)).toEqual(emails(150));
  expect(readFileSync(file, 'utf8')).not.toContain('@example.com');
});

it('refuses a file that is there, or not whole', async () => {
  const userPoolId = await poolOf(1);
  const file = join(folder, 'whole');
  await run(userPoolId, file);
  await expect(run(userPoolId, file)).rejects.toThrow('found a file without an interrupted export. Name another file');

  const [header, groups, users, end] = readFileSync(file, 'utf8').split('\n');
  const cut = join(folder, 'cut');
  writeFileSync(cut, [header, groups, users, ''].join('\n'));
  await expect(usernamesIn(cut)).rejects.toThrow(`${cut} is not complete`);
  writeFileSync(cut, [header, users, groups, end, ''].join('\n'));
  await expect(usernamesIn(cut)).rejects.toThrow('line 2: expected page 0 of the export, which cannot be decrypted');
  writeFileSync(cut, 'name,email\n');
  await expect(usernamesIn(cut)).rejects.toThrow(`${cut}: expected an export of users, found something else.`);
  writeFileSync(cut, '');
  await expect(usernamesIn(cut)).rejects.toThrow(`${cut}: expected an export of users, found an empty file.`);
  await expect(usernamesIn(folder)).rejects.toThrow(`${folder}: expected an export of users, found a folder.`);
  await expect(usernamesIn(join(folder, 'none'))).rejects.toThrow(
    'found no file of this name. Name a file of "export-users".',
  );
});

it('goes on with the file that it began alone, and writes into no other', async () => {
  const userPoolId = await poolOf(150);
  const file = join(folder, 'shared');
  let users = 0;
  unsteady.fateOf = (operation) => {
    if (operation === 'ListUsers' && (users += 1) === 2) appendFileSync(file, 'of another export\n');
    return 'pass';
  };
  await expect(run(userPoolId, file)).rejects.toThrow(`${file}: expected nobody else to write into it`);

  const begun = readFileSync(file);
  writeFileSync(file, begun.subarray(0, 300));
  await expect(run(userPoolId, file)).rejects.toThrow(/expected the \d+ bytes of the export that was interrupted/);
  expect(readFileSync(file)).toHaveLength(300);

  writeFileSync(file, begun);
  expect(await run(userPoolId, file)).toBe(150);
  expect(await usernamesIn(file)).toEqual(emails(150));
});

it('refuses where to go on when someone has edited it', async () => {
  const userPoolId = await poolOf(1);
  const file = join(folder, 'edited');
  writeFileSync(file, '');
  writeFileSync(`${file}.progress`, '{');
  await expect(run(userPoolId, file)).rejects.toThrow(`${file}.progress: expected where an interrupted run goes on`);
});

/** @returns how often the export had to be started again */
async function exportWithRestarts(userPoolId: string, file: string): Promise<number> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      await run(userPoolId, file);
      return restarts;
    } catch (error) {
      if ((error as Error).name !== 'NotAuthorizedException') throw error;
    }
  }
}

function run(userPoolId: string, file: string, lines: string[] = []): Promise<number> {
  const cognito = new CognitoIdentityProviderClient({
    region: REGION,
    endpoint: unsteady.url,
    credentials,
    maxAttempts: 10,
    retryMode: 'adaptive',
  });
  const print = (line: string) => void lines.push(line);
  return exportUsers({ cognito, kms: kms(), userPoolId, keyArn, file, print });
}

const kms = () => ({ endpoint: emulator.url, credentials: async () => credentials });

const emails = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `user${String(index).padStart(6, '0')}@example.com`);

async function usernamesIn(file: string): Promise<string[]> {
  const found: string[] = [];
  for await (const page of readSealed(file, kms())) {
    if (page.kind === 'users') found.push(...page.users.map(({ username }) => username));
  }
  return found.sort();
}

async function membersIn(file: string): Promise<string[]> {
  const found: string[] = [];
  for await (const page of readSealed(file, kms())) if (page.kind === 'members') found.push(...page.usernames);
  return found.sort();
}

/** A pool whose users come by one import job. */
async function poolOf(count: number): Promise<string> {
  const { UserPool } = await aws.idp('CreateUserPool', {
    PoolName: `many-${count}`,
    AutoVerifiedAttributes: ['email'],
  });
  const UserPoolId: string = UserPool.Id;
  const { CSVHeader } = await aws.idp('GetCSVHeader', { UserPoolId });
  const columns = CSVHeader as string[];
  const rows = emails(count).map((email) => {
    const values: Record<string, string> = {
      'cognito:username': email,
      'cognito:mfa_enabled': 'FALSE',
      email,
      email_verified: 'true',
    };
    return columns.map((name) => values[name] ?? '');
  });
  const CloudWatchLogsRoleArn = 'arn:aws:iam::123456789012:role/logs';
  const { UserImportJob } = await aws.idp('CreateUserImportJob', {
    UserPoolId,
    JobName: 'many',
    CloudWatchLogsRoleArn,
  });
  const body = [columns, ...rows].map((row) => row.join(',')).join('\n');
  await fetch(UserImportJob.PreSignedUrl, {
    method: 'PUT',
    body,
    headers: { 'x-amz-server-side-encryption': 'aws:kms' },
  });
  await aws.idp('StartUserImportJob', { UserPoolId, JobId: UserImportJob.JobId });
  return UserPoolId;
}
