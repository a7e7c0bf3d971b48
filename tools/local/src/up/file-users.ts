import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { type LocalUser } from '@gatehouse/environment';
import { type UserPool } from '@gatehouse/surface';
import { createUser } from './create-user';
import { isKnown, type KnownUsers } from './known-users';
import { type Person } from './person';

/** Users of a pool are made from this file. */
export const USERS_FILE = 'apps/local/users.json';

/**
 * Makes the users of the file in a pool, each confirmed, with its password and in its groups. One who is there is made as the file
 * says when the file has changed, and else left alone.
 *
 * @param known what the file said when they were made
 * @throws UserError naming the user that the pool does not take, and why
 */
export async function addFileUsers(
  cognito: CognitoIdentityProviderClient,
  pool: UserPool,
  users: readonly LocalUser[],
  known: KnownUsers,
): Promise<Person[]> {
  for (const group of new Set(users.flatMap(({ groups }) => groups))) await addGroup(cognito, pool.id, group);
  return Promise.all(
    users.map((user, index) => addUser(cognito, pool, user, { index, isKnown: isKnown(known, user) })),
  );
}

async function addUser(
  cognito: CognitoIdentityProviderClient,
  pool: UserPool,
  { attributes, groups, password, username }: LocalUser,
  { index, isKnown }: { readonly index: number; readonly isKnown: boolean },
): Promise<Person> {
  const account = { UserPoolId: pool.id, Username: username };
  const email = attributes['email'] ?? (username.includes('@') ? username : undefined);
  const UserAttributes = attributesOf({ ...(email && { email, email_verified: 'true' }), ...attributes });
  try {
    const isNew = await createUser(cognito, { ...account, UserAttributes });
    if (!isNew && isKnown) return { username, password, email: email ?? '' };
    if (!isNew) await cognito.send(new AdminUpdateUserAttributesCommand({ ...account, UserAttributes }));
    await cognito.send(new AdminSetUserPasswordCommand({ ...account, Password: password, Permanent: true }));
    await setGroups(cognito, account, groups);
  } catch (error) {
    const { message, name } = error as Error;
    throw new UserError(
      `${USERS_FILE}  users[${index}]\n  expected  a user that the pool ${pool.name} takes\n` +
        `  found     ${username}: ${name}: ${message.trim()}\n  to do     Correct the user, or what the pool asks for in its stack.`,
    );
  }
  return { username, password, email: email ?? '' };
}

type Account = { readonly UserPoolId: string; readonly Username: string };

async function setGroups(
  cognito: CognitoIdentityProviderClient,
  account: Account,
  groups: readonly string[],
): Promise<void> {
  const { Groups = [] } = await cognito.send(new AdminListGroupsForUserCommand(account));
  const before = Groups.flatMap(({ GroupName }) => GroupName ?? []);
  for (const GroupName of groups.filter((each) => !before.includes(each))) {
    await cognito.send(new AdminAddUserToGroupCommand({ ...account, GroupName }));
  }
  for (const GroupName of before.filter((each) => !groups.includes(each))) {
    await cognito.send(new AdminRemoveUserFromGroupCommand({ ...account, GroupName }));
  }
}

const attributesOf = (attributes: Readonly<Record<string, string>>): AttributeType[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

/** Terraform may have made it already. */
async function addGroup(cognito: CognitoIdentityProviderClient, UserPoolId: string, GroupName: string): Promise<void> {
  try {
    await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName }));
  } catch (error) {
    if ((error as Error).name !== 'GroupExistsException') throw error;
  }
}
