import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { initiate, PASSWORD, poolWith, refusal, WRONG_PASSWORD } from './sign-in-kit';
import { withSrp } from './srp-steps';

const gap = identityGapsFrom(poolWith());
const page = source.cognitoGuide('cognito-user-pool-managing-errors');
const Username = 'nobody@example.com';
const notFound = refusal('UserNotFound', 'User does not exist.');
const SRP_A = 'a'.repeat(64);

const srp = (aws: Aws, ClientId: string | undefined, USERNAME = Username) =>
  initiate(aws, ClientId, 'USER_SRP_AUTH', { USERNAME, SRP_A });

/** PreventUserExistenceErrors, with it and without. */
export const hiddenUsers: IdentityGap[] = [
  gap('LEGACY: every operation says that the user does not exist', page, async (aws, made) => {
    const who = { ClientId: made.open, Username };
    await expect(
      initiate(aws, made.open, 'USER_PASSWORD_AUTH', { USERNAME: Username, PASSWORD }),
    ).rejects.toMatchObject(notFound);
    await expect(srp(aws, made.open)).rejects.toMatchObject(notFound);
    await expect(initiate(aws, made.open, 'USER_AUTH', { USERNAME: Username })).rejects.toMatchObject(notFound);
    await expect(aws.publicIdp('ForgotPassword', who)).rejects.toMatchObject(notFound);
    await expect(aws.publicIdp('ResendConfirmationCode', who)).rejects.toMatchObject(notFound);
    await expect(aws.publicIdp('ConfirmSignUp', { ...who, ConfirmationCode: '000000' })).rejects.toMatchObject(
      notFound,
    );
  }),
  gap('USER_SRP_AUTH: the salt and the id of nobody stay the same', page, async (aws, made) => {
    const [first, second] = [await srp(aws, made.app), await srp(aws, made.app)];
    const { SALT, USER_ID_FOR_SRP } = first.ChallengeParameters;
    expect(second.ChallengeParameters).toMatchObject({ SALT, USER_ID_FOR_SRP });
    expect(USER_ID_FOR_SRP).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    const real = [await srp(aws, made.app, made.email), await srp(aws, made.app, made.email)];
    expect(real[0].ChallengeParameters.SALT).toBe(real[1].ChallengeParameters.SALT);
    expect(Object.keys(real[0].ChallengeParameters).sort()).toEqual(Object.keys(first.ChallengeParameters).sort());
  }),
  gap('USER_SRP_AUTH: the proof of nobody is a wrong password', page, async (aws, made) => {
    const { request } = await withSrp(aws, { ...made, email: Username });
    await expect(aws.publicIdp('RespondToAuthChallenge', request)).rejects.toMatchObject(WRONG_PASSWORD);
  }),
  gap('USER_AUTH: nobody is asked as anybody is', page, async (aws, made: Made) => {
    const ask = (USERNAME: string | undefined) => initiate(aws, made.app, 'USER_AUTH', { USERNAME });
    const [nobody, ada] = [await ask(Username), await ask(made.email)];
    expect(nobody).toMatchObject({ ChallengeName: ada.ChallengeName, AvailableChallenges: ada.AvailableChallenges });
  }),
  gap('USER_AUTH: a code for nobody is sent nowhere, and never right', page, async (aws, made) => {
    const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] };
    await aws.idp('UpdateUserPool', { UserPoolId: made.UserPoolId, Policies: { SignInPolicy } });
    const AuthParameters = { USERNAME: Username, PREFERRED_CHALLENGE: 'EMAIL_OTP' };
    const { ChallengeName, ChallengeParameters, Session } = await initiate(aws, made.app, 'USER_AUTH', AuthParameters);
    expect([ChallengeName, ChallengeParameters.CODE_DELIVERY_DESTINATION]).toEqual(['EMAIL_OTP', 'n***@e***']);
    expect(await aws.codes(Username, 'Authentication')).toEqual([]);
    const ChallengeResponses = { USERNAME: Username, EMAIL_OTP_CODE: '00000000' };
    await expect(
      aws.publicIdp('RespondToAuthChallenge', { ClientId: made.app, ChallengeName, Session, ChallengeResponses }),
    ).rejects.toMatchObject(refusal('CodeMismatch', 'Invalid code or auth state for the user.'));
  }),
  gap('ForgotPassword, ResendConfirmationCode: pretend to send', page, async (aws, made) => {
    for (const operation of ['ForgotPassword', 'ResendConfirmationCode']) {
      const { CodeDeliveryDetails } = await aws.publicIdp(operation, { ClientId: made.app, Username });
      expect(CodeDeliveryDetails).toEqual({
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'n***@e***',
      });
    }
    expect(await aws.codes(Username, 'ForgotPassword')).toEqual([]);
  }),
  gap('ConfirmForgotPassword: expired where no code was asked for, else a mismatch', page, async (aws, made) => {
    const who = { ClientId: made.app, Username };
    const confirm = () =>
      aws.publicIdp('ConfirmForgotPassword', { ...who, ConfirmationCode: '000000', Password: PASSWORD });
    await expect(confirm()).rejects.toMatchObject(refusal('ExpiredCode'));
    await aws.publicIdp('ForgotPassword', who);
    await expect(confirm()).rejects.toMatchObject(refusal('CodeMismatch'));
  }),
  gap('ConfirmSignUp: an expired code', page, async (aws, made) => {
    await expect(
      aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username, ConfirmationCode: '000000' }),
    ).rejects.toMatchObject(refusal('ExpiredCode', 'Invalid code provided, please request a code again.'));
  }),
];
