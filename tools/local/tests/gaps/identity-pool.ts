import { send } from '../roles/wire';
import { type Aws } from './aws';
import { type Made } from './gap';
import { makeUserPool, passwordSignIn } from './user-pool';

const ACCOUNT = '123456789012';
export const HOST = 'cognito-identity.amazonaws.com';
export const identityPoolArn = (id: string): string =>
  `arn:aws:cognito-identity:eu-west-1:${ACCOUNT}:identitypool/${id}`;
export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

let serial = 0;

/**
 * A user pool, roles for guests and people who signed in, and an identity pool with both and guests on.
 *
 * @param name of all of them, where the same names are wanted at another start
 */
export async function makeIdentityPool(aws: Aws, name = `set-${(serial += 1)}`): Promise<Made> {
  const users = await makeUserPool(aws, `pool of ${name}`);
  const provider = `cognito-idp.eu-west-1.amazonaws.com/${users.UserPoolId}`;
  const [guests, people, others] = [`guests-${name}`, `people-${name}`, `others-${name}`];
  await makeRole(aws, guests, trust('unauthenticated'));
  await makeRole(aws, people, trust('authenticated', ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession']));
  await makeRole(aws, others, trust('authenticated'));
  const made = { ...users, provider, guests, people, others };
  return { ...made, IdentityPoolId: await addIdentityPool(aws, made, { IdentityPoolName: `pool of ${name}` }) };
}

/** Another identity pool for the same users and roles. */
export async function addIdentityPool(aws: Aws, made: Made, settings: object = {}, roles: object = {}) {
  const { IdentityPoolId } = await aws.identity('CreateIdentityPool', {
    IdentityPoolName: `people ${(serial += 1)}`,
    AllowUnauthenticatedIdentities: true,
    CognitoIdentityProviders: [{ ProviderName: made.provider, ClientId: made.app, ServerSideTokenCheck: false }],
    DeveloperProviderName: 'login.example',
    ...settings,
  });
  const Roles = { unauthenticated: roleArn(made.guests!), authenticated: roleArn(made.people!) };
  // moto alone keeps no roles.
  await aws.identity('SetIdentityPoolRoles', { IdentityPoolId, Roles, ...roles }).catch(() => undefined);
  return IdentityPoolId as string;
}

/** Trusts the identity pools of the account for people, or for guests. */
export const trust = (amr: string, Action: string | string[] = 'sts:AssumeRoleWithWebIdentity', conditions = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: HOST },
  Action,
  Condition: { 'ForAnyValue:StringLike': { [`${HOST}:amr`]: amr }, ...conditions },
});

export async function makeRole(aws: Aws, RoleName: string, statement: object): Promise<void> {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await aws.iam('CreateRole', { RoleName, AssumeRolePolicyDocument });
}

/** Lets a role do something, by a policy of its own. */
export function allow(aws: Aws, RoleName: string, Action: string, Resource: string): Promise<string> {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource }],
  });
  return aws.iam('PutRolePolicy', { RoleName, PolicyName: 'test', PolicyDocument });
}

/** The ID token of a user who signed in with a password. */
export async function idToken(aws: Aws, { app, email }: Made): Promise<string> {
  return (await passwordSignIn(aws, app!, email!)).AuthenticationResult.IdToken;
}

/** Another user of the same user pool. */
export async function addUser(aws: Aws, made: Made): Promise<Made> {
  const email = `user${(serial += 1)}@example.com`;
  await aws.idp('AdminCreateUser', { UserPoolId: made.UserPoolId, Username: email, MessageAction: 'SUPPRESS' });
  const password = { UserPoolId: made.UserPoolId, Username: email, Password: 'Correct-horse-9', Permanent: true };
  await aws.idp('AdminSetUserPassword', password);
  return { ...made, email };
}

/** Credentials of a guest, or of who has the logins. */
export async function credentials(
  aws: Aws,
  IdentityPoolId: string,
  Logins?: Record<string, string>,
  more: object = {},
) {
  const { IdentityId } = await aws.publicIdentity('GetId', { IdentityPoolId, Logins });
  return aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins, ...more });
}

/** `arn:aws:sts::...:assumed-role/ROLE/SESSION` of who holds the credentials. */
export async function callerOf(aws: Aws, { Credentials }: { Credentials: Made }): Promise<string> {
  const { AccessKeyId, SecretKey, SessionToken } = Credentials;
  const keys = { accessKeyId: AccessKeyId!, secretAccessKey: SecretKey!, sessionToken: SessionToken };
  const body = 'Action=GetCallerIdentity&Version=2011-06-15';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await send(aws.url, { service: 'sts', body, headers }, keys);
  return /<Arn>(.*)<\/Arn>/.exec(answer.text)![1]!;
}

export const sessionArn = (role: string, session = 'CognitoIdentityCredentials'): string =>
  `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`;
