import { randomBytes } from 'node:crypto';
import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type UserPool } from '@gatehouse/surface';
import { type PasswordClient, secretHash } from './password-client';

/** Someone with an account in a user pool. */
export interface Person {
  readonly username: string;
  readonly password: string;
  readonly email: string;
}

/** A person whom the pool takes: it says what a user name is; the password meets any policy that Cognito allows. */
export function inventPerson(pool: UserPool, name: string): Person {
  const email = `${name}@example.com`;
  return { username: usernameFor(pool, name, email), email, password: `${randomBytes(12).toString('base64url')}-Aa1!` };
}

/**
 * Makes the person's account: by the public API where the pool and a client take sign-ups, else as an administrator. No mail
 * is read here, so an administrator confirms it.
 */
export async function enroll(
  cognito: CognitoIdentityProviderClient,
  pool: UserPool,
  person: Person,
  by: PasswordClient | undefined,
): Promise<void> {
  const { username: Username, password: Password } = person;
  const account = { UserPoolId: pool.id, Username };
  const attributes = attributesOf(pool, person);
  if (pool.selfSignUp && by) {
    const SecretHash = secretHash(by, Username);
    await cognito.send(
      new SignUpCommand({ ClientId: by.client.id, Username, Password, SecretHash, UserAttributes: attributes }),
    );
    await cognito.send(new AdminConfirmSignUpCommand(account));
  } else {
    await cognito.send(
      new AdminCreateUserCommand({ ...account, UserAttributes: attributes, MessageAction: 'SUPPRESS' }),
    );
    await cognito.send(new AdminSetUserPasswordCommand({ ...account, Password, Permanent: true }));
  }
}

function usernameFor({ usernameAttributes }: UserPool, name: string, email: string): string {
  if (usernameAttributes.includes('email')) return email;
  return usernameAttributes.includes('phone_number') ? PHONE : name;
}

/** What the pool asks for, and the e-mail address. */
function attributesOf({ attributes }: UserPool, { email }: Person): AttributeType[] {
  const required = attributes.filter((each) => each.required && each.name !== 'sub' && each.name !== 'email');
  return [
    { Name: 'email', Value: email },
    ...required.map(({ name, type }) => ({ Name: name, Value: STANDARD[name] ?? (type === 'Number' ? '1' : 'Demo') })),
  ];
}

/** A number that is kept free for fiction. */
const PHONE = '+12025550100';

/** Standard attributes that have a format. */
const STANDARD: Readonly<Record<string, string>> = {
  birthdate: '2000-01-01',
  locale: 'en-US',
  phone_number: PHONE,
  picture: 'https://example.com/picture.png',
  profile: 'https://example.com/profile',
  updated_at: '946684800',
  website: 'https://example.com',
  zoneinfo: 'Europe/London',
};
