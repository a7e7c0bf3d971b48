import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type LocalUser } from '@gatehouse/environment';
import { type Surface, type UserPool } from '@gatehouse/surface';
import { type ClientSecret } from './client-secret';
import { demoPassword } from './demo-password';
import { addFileUsers } from './file-users';
import { findPasswordClient, type PasswordClient } from './password-client';
import { type KnownUsers } from './known-users';
import { enroll, inventPerson, type Person } from './person';

/** A user pool with someone to try it with. */
export interface PoolAccess {
  /** Name of the pool in the client config. */
  readonly name: string;
  readonly pool: UserPool;
  /** Who is there, the users of the file or else a demo user; never none. */
  readonly people: readonly Person[];
  /** The first of them. */
  readonly demoUser: Person;
  /** Absent: nobody signs in with a password alone. */
  readonly passwordClient?: PasswordClient;
}

/**
 * Makes the users of the file in each pool, or a demo user where it has none, who stays as they are once they are there.
 *
 * @param known what the file said when its users were made
 */
export function addUsers(
  cognito: CognitoIdentityProviderClient,
  surface: Surface,
  pools: ReadonlyMap<string, UserPool>,
  secretOf: ClientSecret,
  users: readonly LocalUser[],
  known: KnownUsers,
): Promise<PoolAccess[]> {
  return Promise.all(
    [...pools].map(async ([name, pool]) => {
      const passwordClient = await findPasswordClient(surface, pool, secretOf);
      const [demoUser, ...others] = await peopleOf(cognito, pool, users, known);
      return { name, pool, demoUser, people: [demoUser, ...others], ...(passwordClient && { passwordClient }) };
    }),
  );
}

async function peopleOf(
  cognito: CognitoIdentityProviderClient,
  pool: UserPool,
  users: readonly LocalUser[],
  known: KnownUsers,
): Promise<[Person, ...Person[]]> {
  const [first, ...others] = await addFileUsers(cognito, pool, users, known);
  if (first !== undefined) return [first, ...others];
  const demoUser = inventPerson(pool, 'demo', demoPassword(pool));
  await enroll(cognito, pool, demoUser);
  return [demoUser];
}
