import { readFileSync } from 'node:fs';
import { AdminDisableUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  clientsAs,
  type ExportAccess,
  exportUsers,
  type ImportAccess,
  importUsers,
  type KmsSettings,
  type Page,
  readSealed,
} from '@gatehouse/users';
import { type Behaviour } from './behaviour';
import { withProviders } from './sign-in-elsewhere';
import { type KitchenSink, PASSWORD, REGION } from './sink';

export const transferBehaviours: readonly Behaviour[] = [
  {
    name: 'users are exported and imported by the roles of their pools, and set a new password',
    prove: bringUsersOver,
  },
  {
    name: 'users whom a pool does not take are reported with row and reason, and who is there is skipped',
    prove: reportMisfits,
  },
  {
    name: 'who signed in only through an identity provider is exported, and counted where a person decides',
    prove: leaveOutFederated,
  },
  {
    name: 'an import whose job failed says why, and starts another job when it is run again',
    prove: beginAgain,
  },
  {
    name: 'the role of an export writes nothing and decrypts nothing',
    prove: async (sink) => {
      const { clients, request } = exportOf(sink, sink.newFile('refused'));
      const disable = new AdminDisableUserCommand({ UserPoolId: request.userPoolId, Username: 'ann@example.com' });
      await expect(clients.cognito.send(disable)).rejects.toThrow(
        'not authorized to perform: cognito-idp:AdminDisableUser',
      );
      await exportUsers(request);
      await expect(readAll(request.file, request.kms)).rejects.toThrow('cannot be decrypted');
    },
  },
];

/** Ann is in a group, Bob is disabled, Cyd is linked to Google. */
async function bringUsersOver(sink: KitchenSink): Promise<void> {
  const file = sink.newFile('users');
  const { request } = exportOf(sink, file);
  await makeUsers(sink, request.userPoolId);
  expect(await exportUsers(request)).toBe(3);
  expect(readFileSync(file, 'utf8')).not.toContain('example.com');

  const { run, said, userPoolId } = importOf(sink, file);
  expect(await run()).toEqual({ imported: 3, skipped: 0, failed: 0 });
  expect(said).toEqual([
    `3 users and 1 group will be put into ${userPoolId}.`,
    expect.stringMatching(/^Job import-\w+: 3 imported, 0 skipped, 0 failed$/),
  ]);
  await checkUsers(sink, userPoolId);
}

async function makeUsers(sink: KitchenSink, UserPoolId: string): Promise<void> {
  await makeUser(sink, UserPoolId, 'ann@example.com', { name: 'Ann, Dr.', 'custom:tenant': 'acme' });
  await makeUser(sink, UserPoolId, 'bob@example.com');
  await makeUser(sink, UserPoolId, 'cyd@example.com');
  await sink.aws.idp('AdminAddUserToGroup', { UserPoolId, Username: 'ann@example.com', GroupName: 'editors' });
  await sink.aws.idp('AdminDisableUser', { UserPoolId, Username: 'bob@example.com' });
  await linkGoogle(sink, UserPoolId, 'cyd@example.com', '1234');
}

/** @returns the name that Cognito gives it */
async function makeUser(sink: KitchenSink, UserPoolId: string, Username: string, more: Record<string, string> = {}) {
  const attributes = { email_verified: 'true', ...more };
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  const made = { UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes };
  return (await sink.aws.idp('AdminCreateUser', made)).User.Username as string;
}

const linkGoogle = (sink: KitchenSink, UserPoolId: string, Username: string, subject: string) =>
  sink.aws.idp('AdminLinkProviderForUser', {
    UserPoolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: Username },
    SourceUser: { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: subject },
  });

async function checkUsers(sink: KitchenSink, UserPoolId: string): Promise<void> {
  const user = (Username: string) => sink.aws.idp('AdminGetUser', { UserPoolId, Username });
  const ann = await user('ann@example.com');
  expect(ann.UserStatus).toBe('RESET_REQUIRED');
  expect(ann.UserAttributes).toEqual(
    expect.arrayContaining([
      { Name: 'name', Value: 'Ann, Dr.' },
      { Name: 'custom:tenant', Value: 'acme' },
    ]),
  );
  const { Groups } = await sink.aws.idp('AdminListGroupsForUser', { UserPoolId, Username: 'ann@example.com' });
  expect(Groups).toMatchObject([{ GroupName: 'editors' }]);
  expect((await user('bob@example.com')).Enabled).toBe(false);
  const cyd = Object.fromEntries((await user('cyd@example.com')).UserAttributes.map(pair)) as { identities: string };
  expect(JSON.parse(cyd.identities)).toMatchObject([{ providerName: 'Google', userId: '1234' }]);
  await setPassword(sink, 'ann@example.com');
}

const pair = ({ Name, Value }: { Name: string; Value: string }) => [Name, Value];

async function setPassword(sink: KitchenSink, Username: string): Promise<void> {
  const ClientId = sink.text('restored_client_id');
  await sink.aws.publicIdp('ForgotPassword', { ClientId, Username });
  const { code: ConfirmationCode } = await sink.codeOf(Username);
  await sink.aws.publicIdp('ConfirmForgotPassword', { ClientId, Username, ConfirmationCode, Password: PASSWORD });
  const { AuthenticationResult } = await sink.sdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD },
    }),
  );
  expect(AuthenticationResult?.TokenType).toBe('Bearer');
}

/** Dan's address is not verified, and Eve's tenant is too long for the other pool. */
async function reportMisfits(sink: KitchenSink): Promise<void> {
  const { request } = exportOf(sink, sink.newFile('misfits'));
  const dan = await makeUser(sink, request.userPoolId, 'dan@example.com', { email_verified: 'false' });
  const eve = await makeUser(sink, request.userPoolId, 'eve@example.com', { 'custom:tenant': 'acme-corp' });
  await exportUsers(request);

  const { run, said, userPoolId } = importOf(sink, request.file);
  expect(await run()).toEqual({ imported: 0, skipped: 3, failed: 2 });
  const why = {
    [dan]: 'expected a verified email, found none',
    [eve]: 'custom:tenant: expected at most 8 characters, found 9',
  };
  const [decided = '', job, ...rows] = said;
  expect(decided.split('\n').slice(1).sort()).toEqual(
    ['Cognito will not take 2 users:', ...Object.entries(why).map(([name, reason]) => `  ${name}: ${reason}`)].sort(),
  );
  expect(job).toMatch(/: 0 imported, 3 skipped, 2 failed$/);
  expect(
    rows
      .slice(0, 2)
      .map((row) => row.replace(/row \d, /, ''))
      .sort(),
  ).toEqual(
    Object.entries(why)
      .map(([name, reason]) => `  user ${name}: ${reason}`)
      .sort(),
  );
  expect(rows).toHaveLength(3);
  expect(rows[2]).toContain(`The log group /aws/cognito/userpools/${userPoolId}/kitchen-sink-restored, stream import-`);
}

/** Fay has no password. */
async function leaveOutFederated(sink: KitchenSink): Promise<void> {
  const { request } = exportOf(sink, sink.newFile('federated'));
  const pool = { poolId: request.userPoolId, clientId: sink.text('exported_client_id') };
  const person = { sub: '5678', email: 'fay@example.com', email_verified: true };
  await withProviders(sink, pool, (signIn) => signIn('Google', person));

  await exportUsers(request);
  const { kms, run, said } = importOf(sink, request.file);
  const pages = await readAll(request.file, kms);
  const users = pages.flatMap((page) => (page.kind === 'users' ? page.users : []));
  const fay = users.find(({ username }) => username === 'google_5678');
  expect(fay).toMatchObject({ status: 'EXTERNAL_PROVIDER', attributes: { email: 'fay@example.com' } });
  expect(JSON.parse(fay!.attributes['identities']!)).toMatchObject([{ providerName: 'Google', userId: '5678' }]);

  expect((await run()).imported).toBe(0);
  expect(said[0]).toContain('Only signed in through an identity provider: 1 user, not imported.');
}

/** The file of the job is swapped for one that Cognito cannot read. */
async function beginAgain(sink: KitchenSink): Promise<void> {
  const { request } = exportOf(sink, sink.newFile('again'));
  await exportUsers(request);
  const failing = importOf(sink, request.file);
  failing.cognito.middlewareStack.add((next, { commandName }) => async (args) => {
    const { UserPoolId, JobId } = args.input as { UserPoolId: string; JobId: string };
    if (commandName === 'StartUserImportJobCommand') {
      const { UserImportJob } = await sink.aws.idp('DescribeUserImportJob', { UserPoolId, JobId });
      const headers = { 'x-amz-server-side-encryption': 'aws:kms' };
      await fetch(UserImportJob.PreSignedUrl, { method: 'PUT', headers, body: 'name\nAnn\n' });
    }
    return next(args);
  });
  await expect(failing.run()).rejects.toThrow(
    /^Import job import-\w+: expected it to succeed, found Failed: The header in the CSV file does not match/,
  );
  expect((await importOf(sink, request.file).run()).skipped).toBe(3);
}

function exportOf(sink: KitchenSink, file: string) {
  const from = sink.outputs['export'] as ExportAccess;
  const clients = clientsAs(from.role_arn, { region: REGION, endpoint: sink.emulator.url });
  const { key_arn: keyArn, user_pool_id: userPoolId } = from;
  return { clients, request: { ...clients, userPoolId, keyArn, file, print: () => undefined } };
}

/** An import as its role, and everything it says. */
function importOf(sink: KitchenSink, file: string) {
  const to = sink.outputs['import'] as ImportAccess;
  const said: string[] = [];
  const clients = clientsAs(to.role_arn, { region: REGION, endpoint: sink.emulator.url });
  const userPoolId = to.user_pool_id;
  const print = (line: string) => void said.push(line);
  const decide = async (summary: string) => print(summary);
  const run = () => importUsers({ ...clients, userPoolId, logRoleArn: to.log_role_arn, file, print, decide });
  return { ...clients, userPoolId, said, run };
}

async function readAll(file: string, kms: KmsSettings): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of readSealed(file, kms)) pages.push(page);
  return pages;
}
