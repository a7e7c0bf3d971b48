import { source } from '../../testing/conformance';
import { type Attack, refused } from './row';
import { newPerson, PASSWORD, passwordSignIn, type Targets } from './targets';

const respond = source.userPools('RespondToAuthChallenge');
const NOT = 'NotAuthorizedException';
const NEW_PASSWORD = 'Another-horse-battery-8';

let serial = 0;

/** An invited user, asked for a new password. */
async function invited({ aws, mine }: Targets) {
  const email = `invited${(serial += 1)}@example.com`;
  const request = { UserPoolId: mine.UserPoolId, Username: email, MessageAction: 'SUPPRESS' };
  await aws.idp('AdminCreateUser', { ...request, TemporaryPassword: PASSWORD });
  const asked = await passwordSignIn(aws, mine.app!, email);
  return { email, Session: asked.Session as string };
}

const choose = ({ aws }: Targets, ClientId: string | undefined, Session: string, USERNAME: string, more: object = {}) =>
  aws.publicIdp('RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME, NEW_PASSWORD },
    ...more,
  });

/** Sessions of challenges in the wrong hands. */
export const sessionAttacks: readonly Attack[] = [
  refused(
    'A session answered twice',
    respond,
    async (targets) => {
      const { Session, email } = await invited(targets);
      await choose(targets, targets.mine.app, Session, email);
      return choose(targets, targets.mine.app, Session, email);
    },
    NOT,
    /^Invalid session for the user/,
  ),
  refused(
    'A session answered by another client of the pool',
    respond,
    async (targets) => {
      const { Session, email } = await invited(targets);
      return choose(targets, targets.mine.strict, Session, email);
    },
    NOT,
  ),
  refused(
    'A session answered by a client of another pool',
    respond,
    async (targets) => {
      const { Session, email } = await invited(targets);
      return choose(targets, targets.other.app, Session, email);
    },
    NOT,
  ),
  refused(
    'A session answered for another user',
    respond,
    async (targets) => {
      const { Session } = await invited(targets);
      return choose(targets, targets.mine.app, Session, (await invited(targets)).email);
    },
    NOT,
  ),
  refused(
    'A session answered with another challenge than the one asked',
    respond,
    async (targets) => {
      const { Session, email } = await invited(targets);
      return choose(targets, targets.mine.app, Session, email, {
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        ChallengeResponses: { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: '000000' },
      });
    },
    NOT,
  ),
  refused(
    'A session with one character changed',
    respond,
    async (targets) => {
      const { Session, email } = await invited(targets);
      return choose(targets, targets.mine.app, `${Session.slice(0, -1)}${Session.endsWith('A') ? 'B' : 'A'}`, email);
    },
    NOT,
  ),
  refused(
    'No session at all',
    respond,
    async (targets) => choose(targets, targets.mine.app, 'x'.repeat(40), (await invited(targets)).email),
    NOT,
  ),
  refused(
    'A new password for attributes that are not the user’s to set',
    respond,
    async (targets) => {
      const { Session, email } = await invited(targets);
      const more = { NEW_PASSWORD, USERNAME: email, 'userAttributes.email': 'admin@example.com' };
      return choose(targets, targets.mine.app, Session, email, { ChallengeResponses: more });
    },
    NOT,
  ),
  refused(
    'SRP: the proof of a wrong password',
    source.cognitoGuide('amazon-cognito-user-pools-authentication-flow-methods'),
    async (targets) => {
      const { aws, mine } = targets;
      const { email } = await newPerson(targets);
      const asked = await aws.publicIdp('InitiateAuth', {
        ClientId: mine.app,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: email, SRP_A: 'abcdef' },
      });
      return aws.publicIdp('RespondToAuthChallenge', {
        ClientId: mine.app,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: {
          USERNAME: asked.ChallengeParameters.USERNAME,
          PASSWORD_CLAIM_SECRET_BLOCK: asked.ChallengeParameters.SECRET_BLOCK,
          PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64'),
          TIMESTAMP: 'Sat Nov 28 12:00:00 UTC 2026',
        },
      });
    },
    NOT,
    /^Incorrect username or password\.$/,
  ),
  refused(
    'SRP: a public value that makes the shared secret zero',
    source.cognitoGuide('amazon-cognito-user-pools-authentication-flow-methods'),
    async (targets) => {
      const { aws, mine } = targets;
      const { email } = await newPerson(targets);
      return aws.publicIdp('InitiateAuth', {
        ClientId: mine.app,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: email, SRP_A: '0' },
      });
    },
    NOT,
  ),
];
