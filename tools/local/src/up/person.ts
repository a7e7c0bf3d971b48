import {
  AdminSetUserPasswordCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { type UserPool } from '@gatehouse/surface';
import { createUser } from './create-user';

/** Someone with an account in a user pool. */
export interface Person {
  readonly username: string;
  readonly password: string;
  readonly email: string;
}

/** A person whom the pool takes: it says what a user name is. */
export function inventPerson(pool: UserPool, name: string, password: string): Person {
  const email = `${name}@example.com`;
  return { username: usernameFor(pool, name, email), email, password };
}

/** Makes the person's account as an administrator does, so that nobody waits for a code; an account that is there stays as it is. */
export async function enroll(cognito: CognitoIdentityProviderClient, pool: UserPool, person: Person): Promise<void> {
  const account = { UserPoolId: pool.id, Username: person.username };
  const UserAttributes = [...attributesOf(pool, person), { Name: 'email_verified', Value: 'true' }];
  if (!(await createUser(cognito, { ...account, UserAttributes }))) return;
  await cognito.send(new AdminSetUserPasswordCommand({ ...account, Password: person.password, Permanent: true }));
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
