import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Surface, type UserPool } from '@gatehouse/surface';
import { type ClientSecret } from './client-secret';
import { findPasswordClient, type PasswordClient } from './password-client';
import { enroll, inventPerson, type Person } from './person';

/** A user pool with someone to try it with. */
export interface PoolAccess {
  /** Name of the pool in the client config. */
  readonly name: string;
  readonly pool: UserPool;
  readonly demoUser: Person;
  /** Absent: nobody signs in with a password alone. */
  readonly passwordClient?: PasswordClient;
}

/** Makes a demo user in each pool. */
export function addDemoUsers(
  cognito: CognitoIdentityProviderClient,
  surface: Surface,
  pools: ReadonlyMap<string, UserPool>,
  secretOf: ClientSecret,
): Promise<PoolAccess[]> {
  return Promise.all(
    [...pools].map(async ([name, pool]) => {
      const passwordClient = await findPasswordClient(surface, pool, secretOf);
      const demoUser = inventPerson(pool, 'demo');
      await enroll(cognito, pool, demoUser, passwordClient);
      return { name, pool, demoUser, ...(passwordClient && { passwordClient }) };
    }),
  );
}
