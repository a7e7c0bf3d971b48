import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom } from './gap';
import { makeUserPool, PASSWORD } from './user-pool';

const gap = identityGapsFrom(makeUserPool);
const refused = { code: 'NotAuthorizedException', reason: 'Incorrect username or password.' };

/** The flow of Amplify and of every browser library, by a client that is not ours. */
export const srp: IdentityGap[] = [
  gap(
    'USER_SRP_AUTH: computed, so that a real client signs in with the right password only',
    source.cognitoGuide('amazon-cognito-user-pools-authentication-flow-methods'),
    async (aws, made) => {
      const attempt = (user: string, password: string) => signIn(aws, made.UserPoolId!, made.app!, user, password);
      const answer = await attempt(made.email!, PASSWORD);
      expect(answer.AuthenticationResult.TokenType).toBe('Bearer');
      await expect(attempt(made.email!, 'wrong')).rejects.toMatchObject(refused);
      await expect(attempt('nobody@example.com', PASSWORD)).rejects.toMatchObject(refused);
    },
  ),
];

async function signIn(aws: Aws, poolId: string, ClientId: string, USERNAME: string, password: string) {
  const session = createSrpSession(USERNAME, password, poolId, false);
  const start = { ClientId, AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters: { USERNAME } };
  const challenge = await aws.publicIdp('InitiateAuth', wrapInitiateAuth(session, start));
  const answer = {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER' as const,
    ChallengeResponses: { USERNAME: challenge.ChallengeParameters.USERNAME },
  };
  const signed = signSrpSession(session, challenge);
  return aws.publicIdp('RespondToAuthChallenge', wrapAuthChallenge(signed, answer));
}
