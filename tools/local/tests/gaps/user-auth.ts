import { createSrpSession, wrapInitiateAuth } from 'cognito-srp-helper';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { answer, enrol, initiate, invite, PASSWORD, poolWith, refusal, WRONG_PASSWORD } from './sign-in-kit';
import { proof } from './srp-steps';

const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] };
const gap = identityGapsFrom(poolWith({ Policies: { SignInPolicy } }));
const page = source.cognitoGuide('authentication-flows-selection-sdk');

const choose = (aws: Aws, { app, email }: Made, PREFERRED_CHALLENGE?: string, more: Record<string, string> = {}) =>
  initiate(aws, app, 'USER_AUTH', { USERNAME: email, PREFERRED_CHALLENGE, ...more });

/** USER_AUTH: the user chooses the first factor. */
export const userAuth: IdentityGap[] = [
  gap('SELECT_CHALLENGE: lists what the user may choose from', page, async (aws, made) => {
    const asked = await choose(aws, made);
    expect(asked.ChallengeName).toBe('SELECT_CHALLENGE');
    expect(asked.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP']);
  }),
  gap('SELECT_CHALLENGE: answered with PASSWORD', page, async (aws, made) => {
    const asked = await choose(aws, made);
    const signedIn = await answer(aws, made, asked, { ANSWER: 'PASSWORD', PASSWORD });
    expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    const wrong = answer(aws, made, await choose(aws, made), { ANSWER: 'PASSWORD', PASSWORD: 'wrong' });
    await expect(wrong).rejects.toMatchObject(WRONG_PASSWORD);
  }),
  gap('SELECT_CHALLENGE: refuses what was not offered', page, async (aws, made) => {
    const { UserPoolId } = made;
    await aws.idp('UpdateUserPool', {
      UserPoolId,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
    });
    const asked = await choose(aws, made, 'EMAIL_OTP');
    expect(asked.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD']);
    await expect(answer(aws, made, asked, { ANSWER: 'EMAIL_OTP' })).rejects.toMatchObject(refusal('InvalidParameter'));
  }),
  gap('PASSWORD_SRP: preferred, or chosen', page, async (aws, made) => {
    const session = createSrpSession(made.email!, PASSWORD, made.UserPoolId!, false);
    const { SRP_A } = wrapInitiateAuth(session, {
      AuthFlow: 'USER_SRP_AUTH',
      ClientId: made.app,
      AuthParameters: { USERNAME: made.email! },
    }).AuthParameters as Record<'SRP_A' | 'USERNAME', string>;
    const asked = await choose(aws, made, 'PASSWORD_SRP', { SRP_A });
    const { request } = proof(made.app!, session, asked);
    expect((await aws.publicIdp('RespondToAuthChallenge', request)).AuthenticationResult.TokenType).toBe('Bearer');
    const chosen = await answer(aws, made, await choose(aws, made), { ANSWER: 'PASSWORD_SRP', SRP_A });
    expect(chosen).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) });
    const { request: other } = proof(made.app!, session, chosen);
    await expect(aws.publicIdp('RespondToAuthChallenge', { ...other, Session: asked.Session })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user.'),
    );
  }),
  gap('EMAIL_OTP as the first factor: eight digits, a wrong code keeps the session', page, async (aws, made) => {
    const asked = await choose(aws, made, 'EMAIL_OTP');
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
    });
    await expect(answer(aws, made, asked, { EMAIL_OTP_CODE: '00000000' })).rejects.toMatchObject(
      refusal('CodeMismatch', 'Invalid code or auth state for the user.'),
    );
    const EMAIL_OTP_CODE = await aws.code(made.email!, 'Authentication');
    expect(EMAIL_OTP_CODE).toMatch(/^\d{8}$/);
    expect((await answer(aws, made, asked, { EMAIL_OTP_CODE })).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('SMS_OTP as the first factor', page, async (aws, made) => {
    const asked = await choose(aws, made, 'SMS_OTP');
    const SMS_OTP_CODE = await aws.code(made.email!, 'Authentication');
    expect((await answer(aws, made, asked, { SMS_OTP_CODE })).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('A code of one sign-in does not answer another', page, async (aws, made) => {
    await choose(aws, made, 'EMAIL_OTP');
    const EMAIL_OTP_CODE = await aws.code(made.email!, 'Authentication');
    const asked = await choose(aws, made, 'EMAIL_OTP');
    await expect(answer(aws, made, asked, { EMAIL_OTP_CODE })).rejects.toMatchObject(refusal('CodeMismatch'));
  }),
  gap('A user with MFA begins with a password', page, async (aws, made) => {
    await enrol(aws, made);
    const asked = await choose(aws, made, 'EMAIL_OTP');
    expect(asked.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD']);
    const next = await answer(aws, made, asked, { ANSWER: 'PASSWORD', PASSWORD });
    expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  }),
  gap('A user with a temporary password begins with it', page, async (aws, made) => {
    const bob = 'bob@example.com';
    const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
    await invite(aws, made, bob, { TemporaryPassword: 'Temporary-horse-1', UserAttributes });
    const asked = await choose(aws, { ...made, email: bob }, 'EMAIL_OTP');
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    });
  }),
  gap('The Session of ConfirmSignUp signs in', source.userPools('ConfirmSignUp'), async (aws, made) => {
    const [ClientId, Username] = [made.app, 'new@example.com'];
    const { Session } = await aws.publicIdp('SignUp', { ClientId, Username, Password: PASSWORD });
    const ConfirmationCode = await aws.code(Username, 'SignUp');
    const confirmed = await aws.publicIdp('ConfirmSignUp', { ClientId, Username, ConfirmationCode, Session });
    const signIn = (USERNAME: string) =>
      aws.publicIdp('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME },
        Session: confirmed.Session,
      });
    await expect(signIn(made.email!)).rejects.toMatchObject(refusal('NotAuthorized', 'Invalid session for the user.'));
    expect((await signIn(Username)).AuthenticationResult.TokenType).toBe('Bearer');
    await expect(signIn(Username)).rejects.toMatchObject(refusal('NotAuthorized'));
  }),
  gap('USER_AUTH: refused by a client that does not allow it', page, async (aws, made) => {
    const body = { UserPoolId: made.UserPoolId, ClientName: 'old', ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] };
    const { UserPoolClient } = await aws.idp('CreateUserPoolClient', body);
    await expect(choose(aws, { ...made, app: UserPoolClient.ClientId })).rejects.toMatchObject(
      refusal('InvalidParameter', 'Auth flow not enabled for this client'),
    );
  }),
];
