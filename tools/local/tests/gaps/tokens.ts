import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { headerOf } from './forge';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import { addUser, makeIdentityPool, roleArn } from './identity-pool';
import { claims, makeUserPool, PASSWORD, passwordSignIn } from './user-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const verifying = source.cognitoGuide('amazon-cognito-user-pools-using-tokens-verifying-a-jwt');
const idTokens = source.cognitoGuide('amazon-cognito-user-pools-using-the-id-token');
const accessTokens = source.cognitoGuide('amazon-cognito-user-pools-using-the-access-token');
const refreshing = source.cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token');
const discovery = source.cognitoGuide('federation-endpoints');

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const signIn = async (aws: Aws, { app, email }: Made): Promise<Record<string, string>> =>
  (await passwordSignIn(aws, app!, email!)).AuthenticationResult;

const jwks = (aws: Aws, { UserPoolId }: Made) => aws.published(`/${UserPoolId}/.well-known/jwks.json`);

const signedBy = (token: string, jwk: JsonWebKey): boolean => {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
};

/** What the tokens of a user pool are and say, and where their keys are. */
export const tokens: IdentityGap[] = [
  gap(
    'Two keys a pool: one signs ID tokens, the other access tokens; both are published',
    verifying,
    async (aws, made) => {
      const { AccessToken, IdToken } = await signIn(aws, made);
      const { keys } = await jwks(aws, made);
      const [id, access] = [IdToken!, AccessToken!].map((token) =>
        keys.find(({ kid }: JsonWebKey & { kid: string }) => kid === headerOf(token).kid),
      );
      expect(keys).toHaveLength(2);
      expect(id.kid).not.toBe(access.kid);
      expect([signedBy(IdToken!, id), signedBy(AccessToken!, access), signedBy(IdToken!, access)]).toEqual([
        true,
        true,
        false,
      ]);
      for (const key of keys) {
        const text = expect.stringMatching(/^[\w-]+$/);
        const kid = expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/);
        expect(key).toEqual({ alg: 'RS256', e: 'AQAB', kid, kty: 'RSA', n: text, use: 'sig' });
      }
    },
  ),
  gap('The header of a token is kid and alg, no more', verifying, async (aws, made) => {
    const { AccessToken, IdToken } = await signIn(aws, made);
    for (const token of [AccessToken!, IdToken!]) {
      expect(headerOf(token)).toEqual({ alg: 'RS256', kid: expect.any(String) });
    }
  }),
  gap('Another pool has other keys, and a pool that does not exist has none', verifying, async (aws, made) => {
    const kids = async (pool: Made) => (await jwks(aws, pool)).keys.map(({ kid }: { kid: string }) => kid);
    const [one, two] = [await kids(made), await kids(await makeUserPool(aws))];
    expect(new Set([...one, ...two]).size).toBe(4);
    await expect(jwks(aws, { UserPoolId: 'eu-west-1_AbCdEfGhI' })).rejects.toMatchObject({ status: 400 });
  }),
  gap('openid-configuration is published below the issuer, and says nothing of PKCE', discovery, async (aws) => {
    const { UserPoolId } = await makeUserPool(aws);
    const Domain = `domain-${UserPoolId!.slice(-9).toLowerCase()}`;
    await aws.idp('CreateUserPoolDomain', { UserPoolId, Domain });
    const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${UserPoolId}`;
    const base = `https://${Domain}.auth.eu-west-1.amazoncognito.com`;
    expect(await aws.published(`/${UserPoolId}/.well-known/openid-configuration`)).toEqual({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      userinfo_endpoint: `${base}/oauth2/userInfo`,
      revocation_endpoint: `${base}/oauth2/revoke`,
      end_session_endpoint: `${base}/logout`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    });
  }),
  gap(
    'The sub is a UUID, the same after each start',
    source.cognitoGuide('user-pool-settings-attributes'),
    async (aws) => {
      const { UserPool } = await aws.idp('CreateUserPool', { PoolName: 'stable subs' });
      const request = { UserPoolId: UserPool.Id, Username: 'ada', MessageAction: 'SUPPRESS' };
      const { User } = await aws.idp('AdminCreateUser', request);
      expect(User.Attributes).toContainEqual({ Name: 'sub', Value: 'f9147a88-e1ab-43e4-a7eb-1517ba31eb13' });
    },
  ),
  gap('ID token: its claims and their types', idTokens, async (aws, made) => {
    const number = expect.any(Number);
    const uuid = expect.stringMatching(UUID);
    const { IdToken } = await signIn(aws, made);
    const { sub } = claims(IdToken!);
    expect(claims(IdToken!)).toEqual({
      sub: uuid,
      aud: made.app,
      iss: `https://cognito-idp.eu-west-1.amazonaws.com/${made.UserPoolId}`,
      token_use: 'id',
      auth_time: number,
      exp: number,
      iat: number,
      jti: uuid,
      origin_jti: uuid,
      event_id: uuid,
      'cognito:username': sub,
      email: made.email,
      email_verified: true,
      given_name: 'Ada',
    });
  }),
  gap('Access token: its claims; no aud and no version without OAuth', accessTokens, async (aws, made) => {
    const number = expect.any(Number);
    const uuid = expect.stringMatching(UUID);
    const { AccessToken } = await signIn(aws, made);
    const { sub } = claims(AccessToken!);
    expect(claims(AccessToken!)).toEqual({
      sub: uuid,
      iss: `https://cognito-idp.eu-west-1.amazonaws.com/${made.UserPoolId}`,
      client_id: made.app,
      username: sub,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      auth_time: number,
      exp: number,
      iat: number,
      jti: uuid,
      origin_jti: uuid,
      event_id: uuid,
    });
  }),
  gap('email_verified is a boolean in the token and a string in the attributes', idTokens, async (aws, made) => {
    const { AccessToken, IdToken } = await signIn(aws, made);
    const { UserAttributes } = await aws.publicIdp('GetUser', { AccessToken });
    expect(claims(IdToken!).email_verified).toBe(true);
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
  }),
  gap(
    'ID token: address, verified flags and times have types of their own; custom attributes are strings',
    'https://github.com/aws-amplify/amplify-js/issues/4935',
    async (aws) => {
      const { UserPool } = await aws.idp('CreateUserPool', {
        PoolName: 'types',
        Schema: [{ Name: 'seats', AttributeDataType: 'Number', Mutable: true }],
      });
      const UserPoolId = UserPool.Id;
      const { UserPoolClient } = await aws.idp('CreateUserPoolClient', {
        UserPoolId,
        ClientName: 'app',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      });
      const UserAttributes = Object.entries({
        address: '12 Main Street',
        phone_number: '+15555550100',
        phone_number_verified: 'false',
        updated_at: '1700000000',
        'custom:seats': '5',
      }).map(([Name, Value]) => ({ Name, Value }));
      const user = { UserPoolId, Username: 'ada' };
      await aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes });
      await aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
      const { IdToken } = await signIn(aws, { app: UserPoolClient.ClientId, email: 'ada' });
      expect(claims(IdToken!)).toMatchObject({
        address: { formatted: '12 Main Street' },
        phone_number_verified: false,
        updated_at: 1700000000,
        'custom:seats': '5',
      });
    },
  ),
  gap('ID token: the attributes that the client may read, and no other', idTokens, async (aws, made) => {
    const { UserPoolClient } = await aws.idp('CreateUserPoolClient', {
      UserPoolId: made.UserPoolId,
      ClientName: 'reads one',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      ReadAttributes: ['given_name'],
    });
    const { IdToken } = await signIn(aws, { ...made, app: UserPoolClient.ClientId });
    expect(claims(IdToken!)).toMatchObject({ given_name: 'Ada' });
    expect(claims(IdToken!)).not.toHaveProperty('email');
  }),
  gap(
    'Groups of one precedence with two roles prefer none; access tokens have groups alone',
    source.cognitoGuide('cognito-user-pools-user-groups'),
    async (aws, made) => {
      const person = await addUser(aws, made);
      const group = async (GroupName: string, Precedence?: number) => {
        const { UserPoolId } = made;
        await aws.idp('CreateGroup', { UserPoolId, GroupName, Precedence, RoleArn: roleArn(GroupName) });
        await aws.idp('AdminAddUserToGroup', { UserPoolId, GroupName, Username: person.email });
      };
      for (const name of ['one', 'two']) await group(name, 5);
      const before = claims((await signIn(aws, person)).IdToken!);
      expect(before['cognito:roles']).toEqual([roleArn('one'), roleArn('two')]);
      expect(before).not.toHaveProperty('cognito:preferred_role');
      await group('first', 1);
      const { AccessToken, IdToken } = await signIn(aws, person);
      expect(claims(AccessToken!)['cognito:groups']).toEqual(['first', 'one', 'two']);
      expect(claims(AccessToken!)).not.toHaveProperty('cognito:roles');
      expect(claims(IdToken!)).toMatchObject({
        'cognito:groups': ['first', 'one', 'two'],
        'cognito:preferred_role': roleArn('first'),
      });
    },
  ),
  gap('Refresh token: five parts that only Cognito reads', refreshing, async (aws, made) => {
    const { RefreshToken } = await signIn(aws, made);
    expect(RefreshToken!.split('.').map((part) => part.length > 10)).toEqual([true, true, true, true, true]);
    expect(headerOf(RefreshToken!)).toEqual({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' });
  }),
  gap(
    'EnableTokenRevocation: without it, no jti and no origin_jti',
    source.cognitoGuide('token-revocation'),
    async (aws, made) => {
      const { UserPoolClient } = await aws.idp('CreateUserPoolClient', {
        UserPoolId: made.UserPoolId,
        ClientName: 'not revocable',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        EnableTokenRevocation: false,
      });
      const { AccessToken, IdToken } = await signIn(aws, { ...made, app: UserPoolClient.ClientId });
      for (const token of [AccessToken!, IdToken!]) {
        expect(claims(token)).not.toHaveProperty('jti');
        expect(claims(token)).not.toHaveProperty('origin_jti');
      }
    },
  ),
];
