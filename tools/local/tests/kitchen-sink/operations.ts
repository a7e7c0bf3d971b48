import { readFileSync } from 'node:fs';
import { AdminDisableUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  clientsAs,
  type ExportAccess,
  exportUsers,
  type ImportAccess,
  importUsers,
  type KmsSettings,
  readSealed,
} from '@gatehouse/users';
import { type Behaviour } from './behaviour';
import { type KitchenSink, PASSWORD, REGION } from './sink';

export const operationsBehaviours: readonly Behaviour[] = [
  {
    name: 'a user of a test environment signs in with the password of a parameter',
    prove: async (sink) => {
      const { AuthenticationResult } = await sink.sdk.send(
        new InitiateAuthCommand({
          ClientId: sink.text('watched_client_id'),
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: 'ann@test.example', PASSWORD },
        }),
      );
      expect(AuthenticationResult?.TokenType).toBe('Bearer');
    },
  },
  {
    name: 'an imported pool tells its name',
    prove: async (sink) => {
      expect(sink.text('looked_up_name')).toBe('kitchen-sink');
    },
  },
  {
    name: 'users are exported and imported by the roles of their pools, and set a new password',
    prove: bringUsersOver,
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

  const to = sink.outputs['import'] as ImportAccess;
  const decided: string[] = [];
  const { cognito, kms } = clientsAs(to.role_arn, { region: REGION, endpoint: sink.emulator.url });
  const counts = await importUsers({
    cognito,
    kms,
    userPoolId: to.user_pool_id,
    logRoleArn: to.log_role_arn,
    file,
    print: () => undefined,
    decide: async (summary) => void decided.push(summary),
  });
  expect(counts).toEqual({ imported: 3, skipped: 0, failed: 0 });
  expect(decided).toEqual([`3 users and 1 group will be put into ${to.user_pool_id}.`]);
  await checkUsers(sink, to.user_pool_id);
}

async function makeUsers(sink: KitchenSink, UserPoolId: string): Promise<void> {
  const make = (Username: string, more: Record<string, string> = {}) => {
    const attributes = { email_verified: 'true', ...more };
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
    return sink.aws.idp('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes });
  };
  await make('ann@example.com', { name: 'Ann, Dr.', 'custom:tenant': 'acme' });
  await make('bob@example.com');
  await make('cyd@example.com');
  await sink.aws.idp('AdminAddUserToGroup', { UserPoolId, Username: 'ann@example.com', GroupName: 'editors' });
  await sink.aws.idp('AdminDisableUser', { UserPoolId, Username: 'bob@example.com' });
  await linkGoogle(sink, UserPoolId, 'cyd@example.com', '1234');
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

function exportOf(sink: KitchenSink, file: string) {
  const from = sink.outputs['export'] as ExportAccess;
  const clients = clientsAs(from.role_arn, { region: REGION, endpoint: sink.emulator.url });
  const { key_arn: keyArn, user_pool_id: userPoolId } = from;
  return { clients, request: { ...clients, userPoolId, keyArn, file, print: () => undefined } };
}

async function readAll(file: string, kms: KmsSettings): Promise<void> {
  for await (const page of readSealed(file, kms)) expect(page).toBeDefined();
}
