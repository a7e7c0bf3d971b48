import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Row, source } from '../../testing/conformance';
import { claims } from '../gaps/user-pool';
import { type PoolsWithTriggers } from './pools';

const page = source.cognitoGuide('user-pool-lambda-challenge');

const begin = (pools: PoolsWithTriggers, USERNAME: string) =>
  pools.ask('InitiateAuth', { ClientId: pools.ids.riddles, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } });

const answer = (pools: PoolsWithTriggers, asked: { Session: string }, USERNAME: string, ANSWER: string) =>
  pools.ask('RespondToAuthChallenge', {
    ClientId: pools.ids.riddles,
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: asked.Session,
    ChallengeResponses: { USERNAME, ANSWER },
  });

async function someone(pools: PoolsWithTriggers): Promise<string> {
  const email = pools.newEmail();
  await pools.addUser(pools.ids.riddlesPool!, email);
  return email;
}

export const challengeTriggers: readonly Row<PoolsWithTriggers>[] = [
  {
    name: 'CUSTOM_AUTH: the client sees the public parameters, never the private ones',
    source: source.cognitoGuide('user-pool-lambda-create-auth-challenge'),
    prove: async (pools) => {
      const email = await someone(pools);
      const asked = await begin(pools, email);
      expect(asked).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE', ChallengeParameters: { question: 'riddle 0' } });
      expect(JSON.stringify(asked)).not.toContain('answer 0');
    },
  },
  {
    name: 'CUSTOM_AUTH: two right answers, as the function wants them, give tokens',
    source: source.cognitoGuide('user-pool-lambda-define-auth-challenge'),
    prove: async (pools) => {
      const email = await someone(pools);
      const second = await answer(pools, await begin(pools, email), email, 'answer 0');
      expect(second.ChallengeParameters).toMatchObject({ question: 'riddle 1' });
      const { AuthenticationResult } = await answer(pools, second, email, 'answer 1');
      expect(claims(AuthenticationResult.IdToken)).toMatchObject({ email, token_use: 'id' });
    },
  },
  {
    name: 'CUSTOM_AUTH: the function gets each challenge so far with its result',
    source: source.cognitoGuide('user-pool-lambda-define-auth-challenge'),
    prove: async (pools) => {
      const email = await someone(pools);
      const second = await answer(pools, await begin(pools, email), email, 'wrong');
      await answer(pools, second, email, 'answer 1');
      const events = await pools.eventsOf(email, 'DefineAuthChallenge_Authentication');
      expect(events.at(-1)!.request.session).toEqual([
        { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'RIDDLE_0' },
        { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'RIDDLE_1' },
      ]);
    },
  },
  {
    name: 'CUSTOM_AUTH: the function ends it when too much was wrong',
    source: source.cognitoGuide('user-pool-lambda-define-auth-challenge'),
    prove: async (pools) => {
      const email = await someone(pools);
      let asked = await begin(pools, email);
      for (let count = 0; count < 4; count += 1) asked = await answer(pools, asked, email, 'wrong');
      await expect(answer(pools, asked, email, 'wrong')).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: 'Incorrect username or password.',
      });
    },
  },
  {
    name: 'CUSTOM_AUTH: a session is used once',
    source: page,
    prove: async (pools) => {
      const email = await someone(pools);
      const asked = await begin(pools, email);
      await answer(pools, asked, email, 'wrong');
      await expect(answer(pools, asked, email, 'answer 0')).rejects.toMatchObject({ code: 'NotAuthorizedException' });
    },
  },
  {
    name: 'CUSTOM_AUTH: refused where the pool has no functions for it',
    source: page,
    prove: async (pools) => {
      const request = { AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'nobody' } };
      await expect(pools.ask('InitiateAuth', { ClientId: pools.ids.forbidden, ...request })).rejects.toMatchObject({
        code: expect.stringMatching(/^(InvalidParameterException|UserNotFoundException)$/) as string,
      });
    },
  },
  {
    name: 'CUSTOM_AUTH by the AWS SDK v3',
    source: page,
    prove: async (pools) => {
      const sdk = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: pools.emulator.url });
      const [ClientId, USERNAME] = [pools.ids.riddles, await someone(pools)];
      const start = { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } } as const;
      let asked: { Session?: string; AuthenticationResult?: object } = await sdk.send(new InitiateAuthCommand(start));
      for (const ANSWER of ['answer 0', 'answer 1']) {
        const { Session } = asked;
        const ChallengeResponses = { USERNAME, ANSWER };
        const answer = { ClientId, ChallengeName: 'CUSTOM_CHALLENGE', Session, ChallengeResponses } as const;
        asked = await sdk.send(new RespondToAuthChallengeCommand(answer));
      }
      expect(asked.AuthenticationResult).toHaveProperty('IdToken');
    },
  },
];
