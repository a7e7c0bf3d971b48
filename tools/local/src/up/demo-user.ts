import { randomBytes } from 'node:crypto';
import {
  AdminConfirmSignUpCommand,
  type CognitoIdentityProviderClient,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';

export interface Person {
  readonly email: string;
  readonly password: string;
}

/** A person who can be signed up; the password meets any policy that the environment schema allows. */
export function inventPerson(name: string): Person {
  return { email: `${name}@example.com`, password: `${randomBytes(12).toString('base64url')}-Aa1!` };
}

/** Signs a person up through the public API, then confirms as an administrator: no mail is read here. */
export async function signUpAndConfirm(
  cognito: CognitoIdentityProviderClient,
  pool: { userPoolId: string; clientId: string },
  person: Person,
): Promise<void> {
  await cognito.send(
    new SignUpCommand({
      ClientId: pool.clientId,
      Username: person.email,
      Password: person.password,
      UserAttributes: [{ Name: 'email', Value: person.email }],
    }),
  );
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: pool.userPoolId, Username: person.email }));
}
