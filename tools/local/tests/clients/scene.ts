import { type Emulator } from '../../src/emulator';
import { openDoor, type Door } from '../front-door/door';
import { Aws } from '../gaps';
import { type Made } from '../gaps/gap';
import { addIdentityPool, allow, makeRole, roleArn, trust } from '../gaps/identity-pool';
import { poolWith } from '../gaps/sign-in-kit';

export { PASSWORD } from '../gaps/user-pool';

export const REGION = 'eu-west-1';
export const PRICES = 'prices';
export const PHOTOS = 'photos';

/** What the clients of other teams are pointed at: a user pool, an identity pool with guests, a pool with sign-in pages. */
export interface Scene {
  readonly aws: Aws;
  readonly emulator: Emulator;
  readonly door: Door;
  /** Every flow is on, apps and SMS are second factors. */
  readonly users: Made;
  readonly identityPoolId: string;
}

export async function openScene(emulator: Emulator): Promise<Scene> {
  const aws = new Aws(emulator.url);
  const factors = ['PASSWORD', 'EMAIL_OTP'];
  const users = await poolWith({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } } })(aws);
  return { aws, emulator, door: await openDoor(emulator), users, identityPoolId: await identityPool(aws, users) };
}

let serial = 0;

/** A new user, with the password or a temporary one. */
export async function addUser({ aws, users }: Scene, temporary?: string): Promise<string> {
  const email = `client${(serial += 1)}@example.com`;
  const user = { UserPoolId: users.UserPoolId, Username: email };
  const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
  await aws.idp('AdminCreateUser', {
    ...user,
    MessageAction: 'SUPPRESS',
    TemporaryPassword: temporary,
    UserAttributes,
  });
  if (!temporary) await aws.idp('AdminSetUserPassword', { ...user, Password: 'Correct-horse-9', Permanent: true });
  return email;
}

export const newEmail = (): string => `client${(serial += 1)}@example.com`;

/** The newest code that was sent to a user. */
export async function codeOf({ emulator }: Scene, username: string): Promise<string> {
  const response = await fetch(`${emulator.url}/moto-api/gatehouse/codes?${new URLSearchParams({ username })}`);
  return ((await response.json()) as { codes: { code: string }[] }).codes[0]!.code;
}

/** Guests read prices; people write photos below their own identity. */
async function identityPool(aws: Aws, users: Made): Promise<string> {
  const made = {
    ...users,
    provider: `cognito-idp.${REGION}.amazonaws.com/${users.UserPoolId}`,
    guests: 'clients-guests',
    people: 'clients-people',
  };
  await makeRole(aws, made.guests, trust('unauthenticated'));
  await makeRole(aws, made.people, trust('authenticated'));
  await allow(aws, made.guests, 's3:GetObject', `arn:aws:s3:::${PRICES}/*`);
  const own = `arn:aws:s3:::${PHOTOS}/\${cognito-identity.amazonaws.com:sub}/*`;
  await allow(aws, made.people, 's3:PutObject', own);
  for (const bucket of [PRICES, PHOTOS]) await aws.s3('PUT', `/${bucket}`, location);
  await aws.s3('PUT', `/${PRICES}/today.txt`, '42');
  return addIdentityPool(
    aws,
    made,
    {},
    { Roles: { unauthenticated: roleArn(made.guests), authenticated: roleArn(made.people) } },
  );
}

const location = `<CreateBucketConfiguration><LocationConstraint>${REGION}</LocationConstraint></CreateBucketConfiguration>`;
