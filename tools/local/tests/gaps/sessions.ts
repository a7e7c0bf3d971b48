import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { answer, enrol, initiate, invite, PASSWORD, poolWith, refusal, totp, withPassword } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const flow = source.cognitoGuide('amazon-cognito-user-pools-authentication-flow');
const respond = source.userPools('RespondToAuthChallenge');
/** One challenge, its session, and an answer that is right. */
async function challenged(aws: Aws, made: Made) {
  const secret = await enrol(aws, made);
  const asked = await withPassword(aws, made);
  return { asked, right: { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret) } };
}

/** Sessions between challenges, and who may answer them. */
export const sessions: IdentityGap[] = [
  gap('A session is answered once', respond, async (aws, made) => {
    const { asked, right } = await challenged(aws, made);
    expect(asked.Session.length).toBeGreaterThanOrEqual(20);
    await answer(aws, made, asked, right);
    await expect(answer(aws, made, asked, right)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    );
  }),
  gap('A session lives three minutes', respond, async (aws, made) => {
    const { asked, right } = await challenged(aws, made);
    await aws.wait(181);
    await expect(answer(aws, made, asked, right)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user, session is expired.'),
    );
  }),
  gap(
    'AuthSessionValidity: as long as the client says',
    source.userPools('CreateUserPoolClient'),
    async (aws, made) => {
      const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'];
      const settings = { ClientName: 'slow', AuthSessionValidity: 15, ExplicitAuthFlows };
      const { UserPoolClient } = await aws.idp('CreateUserPoolClient', { UserPoolId: made.UserPoolId, ...settings });
      const slow = { ...made, app: UserPoolClient.ClientId };
      const secret = await enrol(aws, slow);
      const asked = await withPassword(aws, slow);
      await aws.wait(14 * 60);
      const signedIn = await answer(aws, slow, asked, { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret) });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap('A session is of its client', respond, async (aws, made) => {
    const { asked, right } = await challenged(aws, made);
    await expect(answer(aws, { ...made, app: made.open! }, asked, right)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user.'),
    );
  }),
  gap('A session is of its user', respond, async (aws, made) => {
    const { asked, right } = await challenged(aws, made);
    await invite(aws, made, 'eve@example.com', { MessageAction: 'SUPPRESS' });
    await expect(answer(aws, { ...made, email: 'eve@example.com' }, asked, right)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user.'),
    );
  }),
  gap('A session is of its challenge', respond, async (aws, made) => {
    const { asked } = await challenged(aws, made);
    const other = { ...asked, ChallengeName: 'NEW_PASSWORD_REQUIRED' };
    await expect(answer(aws, made, other, { NEW_PASSWORD: 'Another-horse-8' })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user.'),
    );
  }),
  gap('A session that was never given is refused, not failed on', respond, async (aws, made) => {
    const asked = { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 'x'.repeat(40) };
    await expect(answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE: '000000' })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user.'),
    );
  }),
  gap('A user who is deleted during the sign-in gets no tokens', respond, async (aws, made) => {
    const { asked, right } = await challenged(aws, made);
    await aws.idp('AdminDeleteUser', { UserPoolId: made.UserPoolId, Username: made.email });
    await expect(answer(aws, made, asked, right)).rejects.toMatchObject(refusal('NotAuthorized'));
  }),
  gap(
    'InitiateAuth refuses the flows of administrators, AdminInitiateAuth that of the public',
    flow,
    async (aws, made) => {
      const AuthParameters = { USERNAME: made.email, PASSWORD };
      const no = refusal('InvalidParameter', 'Initiate Auth method not supported.');
      await expect(initiate(aws, made.app, 'ADMIN_USER_PASSWORD_AUTH', AuthParameters)).rejects.toMatchObject(no);
      const request = { UserPoolId: made.UserPoolId, ClientId: made.app, AuthParameters };
      await expect(aws.idp('AdminInitiateAuth', { ...request, AuthFlow: 'USER_PASSWORD_AUTH' })).rejects.toMatchObject(
        no,
      );
      const signedIn = await aws.idp('AdminInitiateAuth', { ...request, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap(
    'Requests are held to the model: types, members, lengths, patterns and values',
    source.userPools('CommonErrors'),
    async (aws, made) => {
      const ask = (body: object) =>
        aws.publicIdp('InitiateAuth', { ClientId: made.app, AuthFlow: 'USER_AUTH', ...body });
      const why = (text: string) => refusal('InvalidParameter', `1 validation error detected: ${text}`);
      await expect(ask({ ClientId: undefined })).rejects.toMatchObject(
        why("Value null at 'clientId' failed to satisfy constraint: Member must not be null"),
      );
      await expect(ask({ AuthFlow: 'GUESS' })).rejects.toMatchObject({
        ...refusal('InvalidParameter'),
        reason: expect.stringMatching(/Value 'GUESS' at 'authFlow' .* Member must satisfy enum value set: \[/),
      });
      await expect(ask({ Session: 'short' })).rejects.toMatchObject(
        why("Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20"),
      );
      await expect(ask({ AuthParameters: { USERNAME: 5 } })).rejects.toMatchObject(
        refusal('Serialization', 'NUMBER_VALUE can not be converted to a String'),
      );
      const target = 'AWSCognitoIdentityProviderService.InitiateAuth';
      const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
      for (const body of ['{', '['.repeat(20_000), Uint8Array.of(0x22, 0xff, 0x22)]) {
        const response = await fetch(aws.url, { method: 'POST', headers, body });
        expect([response.status, await response.json()]).toMatchObject([400, { __type: 'SerializationException' }]);
      }
    },
  ),
  gap('AdminRespondToAuthChallenge', source.userPools('AdminRespondToAuthChallenge'), async (aws, made) => {
    const secret = await enrol(aws, made);
    const request = { UserPoolId: made.UserPoolId, ClientId: made.app };
    const AuthParameters = { USERNAME: made.email, PASSWORD };
    const AuthFlow = 'ADMIN_USER_PASSWORD_AUTH';
    const asked = await aws.idp('AdminInitiateAuth', { ...request, AuthFlow, AuthParameters });
    const { ChallengeName, Session } = asked;
    const respondWith = (SOFTWARE_TOKEN_MFA_CODE: string) => {
      const ChallengeResponses = { USERNAME: made.email, SOFTWARE_TOKEN_MFA_CODE };
      return aws.idp('AdminRespondToAuthChallenge', { ...request, ChallengeName, Session, ChallengeResponses });
    };
    await expect(respondWith('000000')).rejects.toMatchObject(refusal('CodeMismatch'));
    expect((await respondWith(await totp(aws, secret))).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap(
    'CUSTOM_AUTH: refused by a pool without its functions',
    source.cognitoGuide('user-pool-lambda-challenge'),
    async (aws, made) => {
      await expect(initiate(aws, made.app, 'CUSTOM_AUTH', { USERNAME: made.email })).rejects.toMatchObject(
        refusal('InvalidParameter', 'Custom auth lambda trigger is not configured for the user pool.'),
      );
    },
  ),
];
