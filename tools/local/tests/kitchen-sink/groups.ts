import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { publishedKeys, startGateway } from '../../src/gateway';
import { claims } from '../gaps/user-pool';
import { type Behaviour } from './behaviour';
import { signInByLibrary, withoutSecondFactor } from './people';
import { type KitchenSink, PASSWORD } from './sink';

export const groupBehaviours: readonly Behaviour[] = [
  {
    name: 'a person of the group has its scope, and the API lets them in; nobody else',
    prove: async (sink) => {
      const clerk = await accessToken(sink, await person(sink, 'clerks'));
      const other = await accessToken(sink, await person(sink));
      expect(claims(clerk).scope).toBe('aws.cognito.signin.user.admin orders/cancel');
      expect(claims(other).scope).toBe('aws.cognito.signin.user.admin');
      expect(await statusesOf(sink, clerk, other, undefined)).toEqual([200, 401, 401]);
    },
  },
  {
    name: 'the tokens of amazon-cognito-identity-js have the group and its scope',
    prove: async (sink) => {
      const session = await signInByLibrary(sink, await person(sink, 'clerks'), withoutSecondFactor);
      expect(session.getIdToken().decodePayload()).toMatchObject({ 'cognito:groups': ['clerks'] });
      expect(session.getAccessToken().decodePayload()).toMatchObject({
        'cognito:groups': ['clerks'],
        scope: 'aws.cognito.signin.user.admin orders/cancel',
      });
    },
  },
  {
    name: 'a person who leaves the group loses the scope with the next token',
    prove: async (sink) => {
      const Username = await person(sink, 'clerks');
      const { RefreshToken } = await signedIn(sink, Username);
      expect(claims(await refreshed(sink, RefreshToken!)).scope).toContain('orders/cancel');
      await sink.aws.idp('AdminRemoveUserFromGroup', membership(sink, Username, 'clerks'));
      expect(claims(await refreshed(sink, RefreshToken!)).scope).toBe('aws.cognito.signin.user.admin');
    },
  },
];

const membership = (sink: KitchenSink, Username: string, GroupName: string) => ({
  UserPoolId: sink.text('user_pool_id'),
  Username,
  GroupName,
});

/** A new person, in a group or in none. */
async function person(sink: KitchenSink, group?: string): Promise<string> {
  const Username = sink.newEmail();
  const UserPoolId = sink.text('user_pool_id');
  await sink.aws.idp('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' });
  await sink.aws.idp('AdminSetUserPassword', { UserPoolId, Username, Password: PASSWORD, Permanent: true });
  if (group !== undefined) await sink.aws.idp('AdminAddUserToGroup', membership(sink, Username, group));
  return Username;
}

async function signedIn(sink: KitchenSink, USERNAME: string) {
  const { AuthenticationResult } = await sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text('app_client_id'),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );
  return AuthenticationResult!;
}

const accessToken = async (sink: KitchenSink, username: string): Promise<string> =>
  (await signedIn(sink, username)).AccessToken!;

async function refreshed(sink: KitchenSink, REFRESH_TOKEN: string): Promise<string> {
  const { AuthenticationResult } = await sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text('app_client_id'),
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN },
    }),
  );
  return AuthenticationResult!.AccessToken!;
}

/** What the local gateway answers to callers with each of these tokens, by HTTP. */
async function statusesOf(sink: KitchenSink, ...tokens: (string | undefined)[]): Promise<number[]> {
  const gateway = await startGateway({
    // The API answers by itself.
    surface: { ...(await sink.surface()), functions: [] },
    keys: publishedKeys(sink.emulator.url),
    functionRoots: [],
    onAccessLog: () => undefined,
  });
  try {
    const call = async (token: string | undefined): Promise<number> => {
      const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
      return (await fetch(`${gateway.url}/v1/orders/7`, { method: 'DELETE', headers })).status;
    };
    return await Promise.all(tokens.map(call));
  } finally {
    await gateway.close();
  }
}
