import {
  AdminInitiateAuthCommand,
  DescribeUserPoolClientCommand,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { createHmac } from 'node:crypto';
import { storedCredentials } from '../rotate-secret/callers';
import { type Behaviour } from './behaviour';
import { type KitchenSink, PASSWORD } from './sink';

async function addPerson(sink: KitchenSink): Promise<string> {
  const Username = sink.newEmail();
  const user = { UserPoolId: sink.text('user_pool_id'), Username };
  const attributes = { email: Username, email_verified: 'true', family_name: 'Lovelace', nickname: 'ada' };
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  await sink.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes });
  await sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
  return Username;
}

async function signIn(sink: KitchenSink, USERNAME: string) {
  const { AuthenticationResult } = await sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text('mobile_client_id'),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );
  return AuthenticationResult!;
}

const describeClient = async (sink: KitchenSink, output: string) => {
  const ids = { UserPoolId: sink.text('user_pool_id'), ClientId: sink.text(output) };
  return (await sink.sdk.send(new DescribeUserPoolClientCommand(ids))).UserPoolClient!;
};

/** Signs in by SRP with the library that many applications still use. */
function signInBySrp(sink: KitchenSink, Username: string): Promise<CognitoUserSession> {
  const ids = { UserPoolId: sink.text('user_pool_id'), ClientId: sink.text('mobile_client_id') };
  const user = new CognitoUser({ Username, Pool: new CognitoUserPool({ ...ids, endpoint: sink.emulator.url }) });
  return new Promise((onSuccess, onFailure) =>
    user.authenticateUser(new AuthenticationDetails({ Username, Password: PASSWORD }), { onSuccess, onFailure }),
  );
}

export const clientBehaviours: readonly Behaviour[] = [
  {
    name: 'each refresh brings a new refresh token, and the old one answers for its grace (AWS SDK)',
    prove: async (sink) => {
      const ClientId = sink.text('mobile_client_id');
      const { RefreshToken } = await signIn(sink, await addPerson(sink));
      const renew = () => sink.sdk.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
      const next = (await renew()).AuthenticationResult?.RefreshToken;
      expect(next).toBeDefined();
      expect(next).not.toBe(RefreshToken);
      await sink.aws.wait(31);
      await expect(renew()).rejects.toMatchObject({ name: 'RefreshTokenReuseException' });
      const old = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: next! } } as const;
      await expect(sink.sdk.send(new InitiateAuthCommand(old))).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
    },
  },
  {
    name: 'people choose how they sign in (AWS SDK, USER_AUTH)',
    prove: async (sink) => {
      const USERNAME = await addPerson(sink);
      const { AuthenticationResult } = await sink.sdk.send(
        new InitiateAuthCommand({
          ClientId: sink.text('mobile_client_id'),
          AuthFlow: 'USER_AUTH',
          AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD },
        }),
      );
      expect(AuthenticationResult?.TokenType).toBe('Bearer');
    },
  },
  {
    name: 'a client reads and writes the attributes of its lists alone (amazon-cognito-identity-js, AWS SDK)',
    prove: async (sink) => {
      const session = await signInBySrp(sink, await addPerson(sink));
      const claims = session.getIdToken().decodePayload();
      expect(claims).toMatchObject({ nickname: 'ada', email_verified: true });
      expect(claims).not.toHaveProperty('family_name');
      const AccessToken = session.getAccessToken().getJwtToken();
      const write = (Name: string) =>
        sink.sdk.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value: 'x' }] }));
      await write('nickname');
      await expect(write('family_name')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    },
  },
  {
    name: 'a server signs people in with AWS credentials and its secret, of either generation (AWS SDK)',
    prove: async (sink) => {
      const USERNAME = await addPerson(sink);
      const [ClientId, secret] = [sink.text('server_client_id'), sink.text('server_client_secret')];
      const SECRET_HASH = createHmac('sha256', secret).update(`${USERNAME}${ClientId}`).digest('base64');
      const request = {
        UserPoolId: sink.text('user_pool_id'),
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD, SECRET_HASH },
      } as const;
      expect((await sink.sdk.send(new AdminInitiateAuthCommand(request))).AuthenticationResult).toBeDefined();
      const { ClientName, ReadAttributes } = await describeClient(sink, 'server_client_id');
      expect(ClientName).toBe('Web shop-2');
      expect(ReadAttributes).toContain('phone_number_verified');
    },
  },
  {
    name: 'a secret is the same in Cognito, in Secrets Manager and where a client is imported',
    prove: async (sink) => {
      const { ClientId, ClientSecret } = await describeClient(sink, 'batch_client_id');
      expect(ClientSecret).toBe(sink.text('batch_client_secret'));
      expect(sink.text('batch_client_secret_read')).toBe(ClientSecret);
      expect(await storedCredentials(sink.emulator, 'kitchen-sink/batch')).toEqual({
        client_id: ClientId,
        client_secret: ClientSecret,
      });
    },
  },
  {
    name: 'a browser has what its pages need',
    prove: async (sink) => {
      expect(await describeClient(sink, 'browser_client_id')).toMatchObject({
        AllowedOAuthFlows: expect.arrayContaining(['code', 'implicit']),
        AllowedOAuthScopes: expect.arrayContaining(['openid', 'aws.cognito.signin.user.admin', 'jobs/run']),
        DefaultRedirectURI: 'https://sink.example.com/',
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      });
    },
  },
];
