import { type Aws } from './aws';
import { type Made } from './gap';

export const PASSWORD = 'Correct-horse-9';

let serial = 0;

/** A pool that signs in with e-mail, three clients and a confirmed user. */
export async function makeUserPool(aws: Aws, PoolName = `pool-${(serial += 1)}`): Promise<Made> {
  const pool = await aws.idp('CreateUserPool', {
    PoolName,
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    UserPoolTags: { a: '1' },
  });
  const UserPoolId: string = pool.UserPool.Id;
  const client = async (ClientName: string, settings: object) =>
    (await aws.idp('CreateUserPoolClient', { UserPoolId, ClientName, ...settings })).UserPoolClient;
  const flows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
  const app = await client('app', {
    ExplicitAuthFlows: flows,
    PreventUserExistenceErrors: 'ENABLED',
    AccessTokenValidity: 5,
    IdTokenValidity: 10,
    RefreshTokenValidity: 1,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
  });
  const secret = await client('secret', { ExplicitAuthFlows: flows, GenerateSecret: true });
  const strict = await client('strict', { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
  const email = 'ada@example.com';
  await aws.idp('AdminCreateUser', {
    UserPoolId,
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'given_name', Value: 'Ada' },
    ],
  });
  await aws.idp('AdminSetUserPassword', { UserPoolId, Username: email, Password: PASSWORD, Permanent: true });
  await aws.idp('CreateResourceServer', {
    UserPoolId,
    Identifier: 'reports',
    Name: 'Reports',
    Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
  });
  return {
    UserPoolId,
    arn: pool.UserPool.Arn,
    app: app.ClientId,
    secret: secret.ClientId,
    strict: strict.ClientId,
    clientSecret: secret.ClientSecret,
    email,
  };
}

export const passwordSignIn = (aws: Aws, ClientId: string, USERNAME: string, more: object = {}) =>
  aws.publicIdp('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD, ...more },
  });

export const claims = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
