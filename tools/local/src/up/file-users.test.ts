import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { type LocalUser } from '@gatehouse/environment';
import { aPool } from '../gateway/testing/surface';
import { addFileUsers } from './file-users';
import { knownUsersOf } from './known-users';

type Sent = [command: string, input: Record<string, unknown>];

/** A client that notes what is sent, and fails as Cognito does. */
function cognito(failures: Readonly<Record<string, [name: string, message: string]>> = {}) {
  const sent: Sent[] = [];
  const send = ({ constructor, input }: { constructor: { name: string }; input: Record<string, unknown> }) => {
    sent.push([constructor.name.replace('Command', ''), input]);
    const [name, message] = failures[sent.at(-1)![0]] ?? [];
    return name === undefined ? Promise.resolve({}) : Promise.reject(Object.assign(new Error(message), { name }));
  };
  return { sent, client: { send } as unknown as CognitoIdentityProviderClient };
}

const ada: LocalUser = {
  username: 'ada@example.com',
  password: 'correct-horse-1A',
  groups: ['admins'],
  attributes: { name: 'Ada' },
};

describe('the users of the file', () => {
  it('are confirmed, with a verified address, their password and their groups', async () => {
    const { client, sent } = cognito();

    expect(await addFileUsers(client, aPool(), [ada], {})).toEqual([
      { username: 'ada@example.com', password: 'correct-horse-1A', email: 'ada@example.com' },
    ]);
    expect(sent.map(([command]) => command)).toEqual([
      'CreateGroup',
      'AdminCreateUser',
      'AdminSetUserPassword',
      'AdminListGroupsForUser',
      'AdminAddUserToGroup',
    ]);
    expect(sent[1]?.[1]).toMatchObject({
      Username: 'ada@example.com',
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: 'ada@example.com' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: 'Ada' },
      ],
    });
    expect(sent[2]?.[1]).toMatchObject({ Password: 'correct-horse-1A', Permanent: true });
  });

  it('have an address that is not verified where the file says so', async () => {
    const { client, sent } = cognito();

    await addFileUsers(client, aPool(), [{ ...ada, groups: [], attributes: { email_verified: 'false' } }], {});

    expect(sent[0]?.[1]).toMatchObject({
      UserAttributes: [
        { Name: 'email', Value: 'ada@example.com' },
        { Name: 'email_verified', Value: 'false' },
      ],
    });
  });

  it.each([
    ['are left alone where they are there and the file says the same', ada, []],
    [
      'are made as the file says where it has changed since',
      { ...ada, groups: [] },
      ['AdminUpdateUserAttributes', 'AdminSetUserPassword', 'AdminListGroupsForUser', 'AdminAddUserToGroup'],
    ],
  ])('%s', async (_, before, more) => {
    const { client, sent } = cognito({ AdminCreateUser: ['UsernameExistsException', 'User account already exists'] });

    expect(await addFileUsers(client, aPool(), [ada], knownUsersOf([before]))).toMatchObject([
      { username: ada.username },
    ]);
    expect(sent.map(([command]) => command)).toEqual(['CreateGroup', 'AdminCreateUser', ...more]);
  });

  it('join a group that Terraform made', async () => {
    const { client, sent } = cognito({
      CreateGroup: ['GroupExistsException', 'A group already exists with the name.'],
    });

    await addFileUsers(client, aPool(), [ada], {});

    expect(sent.at(-1)).toEqual(['AdminAddUserToGroup', expect.objectContaining({ GroupName: 'admins' })]);
  });

  it('are refused with their place and the words of Cognito when a pool does not take them', async () => {
    const { client } = cognito({
      AdminSetUserPassword: [
        'InvalidPasswordException',
        'Password did not conform with policy: Password not long enough\n',
      ],
    });

    const refused = addFileUsers(client, aPool({ name: 'acme-local-users' }), [ada], {});

    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(
      'apps/local/users.json  users[0]\n  expected  a user that the pool acme-local-users takes\n' +
        '  found     ada@example.com: InvalidPasswordException: Password did not conform with policy: Password not long enough\n  to do',
    );
  });
});
