import { type Row, source } from '../../testing/conformance';
import { claims } from '../gaps/user-pool';
import { PASSWORD, type PoolsWithTriggers } from './pools';

const page = source.cognitoGuide('user-pool-lambda-pre-token-generation');

async function tokensOf(pools: PoolsWithTriggers, mode?: string) {
  const email = pools.newEmail(mode);
  await pools.addUser(pools.ids.greetedPool!, email);
  const { AuthenticationResult } = await pools.signIn(email);
  return {
    email,
    id: claims(AuthenticationResult.IdToken),
    access: claims(AuthenticationResult.AccessToken),
    AuthenticationResult,
  };
}

async function riddleTokens(pools: PoolsWithTriggers) {
  const email = pools.newEmail();
  await pools.addUser(pools.ids.riddlesPool!, email);
  const { AuthenticationResult } = await pools.ask('InitiateAuth', {
    ClientId: pools.ids.riddles,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD },
  });
  return { email, id: claims(AuthenticationResult.IdToken), access: claims(AuthenticationResult.AccessToken) };
}

export const tokenTriggers: readonly Row<PoolsWithTriggers>[] = [
  {
    name: 'Version 1: claims of the ID token are added and suppressed; one that is both is not there',
    source: page,
    prove: async (pools) => {
      const { access, id } = await tokensOf(pools);
      expect(id).toMatchObject({ tenant: 'acme', occasion: 'Authentication' });
      expect(Object.keys(id)).not.toEqual(expect.arrayContaining(['given_name']));
      expect(Object.keys(id)).not.toEqual(expect.arrayContaining(['both']));
      expect(access).not.toHaveProperty('tenant');
    },
  },
  {
    name: 'Version 1: sub and other protected claims stay as they are',
    source: page,
    prove: async (pools) => {
      const { access, id } = await tokensOf(pools);
      expect(id.sub).toBe(access.sub);
      expect(id.sub).not.toBe('x');
    },
  },
  {
    name: 'Version 1: groups are overridden in both tokens',
    source: page,
    prove: async (pools) => {
      const { access, id } = await tokensOf(pools, 'grouped');
      expect([id['cognito:groups'], access['cognito:groups']]).toEqual([['made-up'], ['made-up']]);
    },
  },
  {
    name: 'Version 1: a claim that is no string is an invalid answer',
    source: page,
    prove: async (pools) => {
      await expect(tokensOf(pools, 'number')).rejects.toMatchObject({ code: 'InvalidLambdaResponseException' });
    },
  },
  {
    name: 'Refreshed tokens run the function with its own source',
    source: page,
    prove: async (pools) => {
      const { AuthenticationResult } = await tokensOf(pools);
      const refreshed = await pools.ask('InitiateAuth', {
        ClientId: pools.ids.greeted,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: AuthenticationResult.RefreshToken },
      });
      expect(claims(refreshed.AuthenticationResult.IdToken)).toMatchObject({ occasion: 'RefreshTokens' });
    },
  },
  {
    name: 'Version 3: the event has scopes, and claims may be JSON',
    source: page,
    prove: async (pools) => {
      const { access, email, id } = await riddleTokens(pools);
      const [event] = await pools.eventsOf(email, 'TokenGeneration_Authentication');
      expect(event).toMatchObject({
        version: '3',
        request: { scopes: ['aws.cognito.signin.user.admin'], groupConfiguration: { groupsToOverride: [] } },
      });
      expect(id).toMatchObject({ cart: { items: [1, 2] } });
      expect(access).toMatchObject({ tenant: ['acme'], scope: 'orders/read', 'cognito:groups': ['made-up'] });
    },
  },
  {
    name: 'Version 3: the audience of an access token can be the client alone',
    source: page,
    prove: async (pools) => {
      expect((await riddleTokens(pools)).access).not.toHaveProperty('aud');
    },
  },
  {
    name: 'Version 3: a machine’s token, without a user',
    source: page,
    prove: async (pools) => {
      const access = await pools.machineToken();
      expect(access).toMatchObject({ tier: 'gold', scope: 'reports/read', sub: pools.ids.machine });
      const [event] = await pools.eventsOf(pools.ids.machine!, 'TokenGeneration_ClientCredentials');
      expect(event).toMatchObject({
        version: '3',
        request: { userAttributes: {}, scopes: ['reports/read', 'reports/write'] },
      });
    },
  },
];
