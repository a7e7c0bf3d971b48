import { source } from '../../testing/conformance';
import { differs, type IdentityGap, identityGapsFrom } from './gap';
import { accessToken, answer, enrol, initiate, poolWith, refusal, setMfa, totp, withPassword } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const page = source.cognitoGuide('user-pool-settings-mfa');
/** The second factor. */
export const mfa: IdentityGap[] = [
  gap('SMS_MFA: says where the code went, and takes that code only', page, async (aws, made) => {
    await aws.publicIdp('SetUserMFAPreference', {
      AccessToken: await accessToken(aws, made),
      SMSMfaSettings: { Enabled: true },
    });
    const asked = await withPassword(aws, made);
    expect(asked).toMatchObject({
      ChallengeName: 'SMS_MFA',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: '+*******0100',
      },
    });
    await expect(answer(aws, made, asked, { SMS_MFA_CODE: 'wrong' })).rejects.toMatchObject(
      refusal('CodeMismatch', 'Invalid code or auth state for the user.'),
    );
    const code = await aws.code(made.email!, 'Authentication');
    expect(code).toMatch(/^\d{6}$/);
    const signedIn = await answer(aws, made, asked, { SMS_MFA_CODE: code });
    expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('EMAIL_OTP as the second factor', page, async (aws, made) => {
    await setMfa(aws, made, 'OPTIONAL', {
      EmailMfaConfiguration: { Message: 'Your code: {####}', Subject: 'Sign in' },
    });
    await aws.publicIdp('SetUserMFAPreference', {
      AccessToken: await accessToken(aws, made),
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
    });
    const asked = await withPassword(aws, made);
    expect(asked.ChallengeParameters).toMatchObject({ CODE_DELIVERY_DESTINATION: 'a***@e***' });
    const [sent] = await aws.codes(made.email!, 'Authentication');
    expect(sent).toMatchObject({ subject: 'Sign in', message: `Your code: ${sent!.code}` });
    const signedIn = await answer(aws, made, asked, { EMAIL_OTP_CODE: sent!.code });
    expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap(
    'SELECT_MFA_TYPE: a user of two factors without a preference chooses',
    source.userPools('RespondToAuthChallenge'),
    async (aws, made) => {
      const secret = await enrol(aws, made);
      await aws.idp('AdminSetUserMFAPreference', {
        UserPoolId: made.UserPoolId,
        Username: made.email,
        SMSMfaSettings: { Enabled: true },
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: false },
      });
      const asked = await withPassword(aws, made);
      expect(asked.ChallengeName).toBe('SELECT_MFA_TYPE');
      expect(JSON.parse(asked.ChallengeParameters.MFAS_CAN_CHOOSE)).toEqual(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
      const chosen = await answer(aws, made, asked, { ANSWER: 'SOFTWARE_TOKEN_MFA' });
      const code = await totp(aws, secret);
      const signedIn = await answer(aws, made, chosen, { SOFTWARE_TOKEN_MFA_CODE: code });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap(
    'MFA_SETUP: where MFA is required a user enrols while signing in',
    source.userPools('RespondToAuthChallenge'),
    async (aws, made) => {
      await aws.idp('AdminDeleteUserAttributes', {
        UserPoolId: made.UserPoolId,
        Username: made.email,
        UserAttributeNames: ['phone_number', 'phone_number_verified'],
      });
      await setMfa(aws, made, 'ON');
      const asked = await withPassword(aws, made);
      expect(asked.ChallengeName).toBe('MFA_SETUP');
      expect(JSON.parse(asked.ChallengeParameters.MFAS_CAN_SETUP)).toEqual(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
      const { SecretCode, Session } = await aws.publicIdp('AssociateSoftwareToken', { Session: asked.Session });
      await expect(answer(aws, made, { ...asked, Session }, {})).rejects.toMatchObject(refusal('NotAuthorized'));
      const verified = await aws.publicIdp('VerifySoftwareToken', { Session, UserCode: await totp(aws, SecretCode) });
      const signedIn = await answer(aws, made, { ...asked, Session: verified.Session }, {});
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
      expect((await withPassword(aws, made)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    },
  ),
  differs(
    gap('MFA_SETUP with an e-mail address', source.userPools('RespondToAuthChallenge'), async (aws, made) => {
      await aws.idp('AdminDeleteUserAttributes', {
        UserPoolId: made.UserPoolId,
        Username: made.email,
        UserAttributeNames: ['phone_number', 'phone_number_verified'],
      });
      await setMfa(aws, made, 'ON');
      const asked = await withPassword(aws, made);
      await expect(answer(aws, made, asked, { EMAIL: 'other@example.com' })).rejects.toMatchObject(
        refusal('NotAuthorized'),
      );
    }),
    'Refused: AWS does not document how the address is sent. An app can be set up.',
  ),
  gap('Where MFA is required a verified phone number is a factor', page, async (aws, made) => {
    await setMfa(aws, made, 'ON');
    expect((await withPassword(aws, made)).ChallengeName).toBe('SMS_MFA');
  }),
  gap(
    'SetUserMFAPreference: refuses a factor that the user has not set up, and two preferred ones',
    source.userPools('SetUserMFAPreference'),
    async (aws, made) => {
      const AccessToken = await accessToken(aws, made);
      const prefer = (settings: object) => aws.publicIdp('SetUserMFAPreference', { AccessToken, ...settings });
      await expect(prefer({ SoftwareTokenMfaSettings: { Enabled: true } })).rejects.toMatchObject(
        refusal('InvalidParameter', 'User has not verified software token mfa'),
      );
      await expect(prefer({ EmailMfaSettings: { Enabled: true } })).rejects.toMatchObject(
        refusal('InvalidParameter', 'User does not have delivery config set to turn on EMAIL_OTP'),
      );
      await enrol(aws, made);
      const both = { Enabled: true, PreferredMfa: true };
      await expect(prefer({ SoftwareTokenMfaSettings: both, SMSMfaSettings: both })).rejects.toMatchObject(
        refusal('InvalidParameter'),
      );
    },
  ),
  gap(
    'GetUser lists the factors that are switched on, and the preferred one',
    source.userPools('GetUser'),
    async (aws, made) => {
      const AccessToken = await accessToken(aws, made);
      await setMfa(aws, made, 'OPTIONAL', { EmailMfaConfiguration: { Subject: 'Code', Message: '{####}' } });
      await aws.publicIdp('SetUserMFAPreference', {
        AccessToken,
        SMSMfaSettings: { Enabled: true },
        EmailMfaSettings: { Enabled: true, PreferredMfa: true },
      });
      expect(await aws.publicIdp('GetUser', { AccessToken })).toMatchObject({
        UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
        PreferredMfaSetting: 'EMAIL_OTP',
      });
    },
  ),
  gap(
    'GetUserPoolMfaConfig answers the settings of e-mail',
    source.userPools('SetUserPoolMfaConfig'),
    async (aws, made) => {
      const EmailMfaConfiguration = { Message: 'Code {####}', Subject: 'Code' };
      await setMfa(aws, made, 'OPTIONAL', { EmailMfaConfiguration });
      const config = await aws.idp('GetUserPoolMfaConfig', { UserPoolId: made.UserPoolId });
      expect(config).toMatchObject({ EmailMfaConfiguration, MfaConfiguration: 'OPTIONAL' });
    },
  ),
  gap('Five wrong codes lock the user out, as five wrong passwords do', page, async (aws, made) => {
    const secret = await enrol(aws, made);
    const asked = await withPassword(aws, made);
    const send = (SOFTWARE_TOKEN_MFA_CODE: string) => answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE });
    for (let tries = 0; tries < 5; tries += 1) await expect(send('000000')).rejects.toMatchObject({});
    await expect(send(await totp(aws, secret))).rejects.toMatchObject(
      refusal('NotAuthorized', 'Password attempts exceeded'),
    );
  }),
  gap('A code of MFA ends with its session', page, async (aws, made) => {
    await aws.idp('AdminSetUserMFAPreference', {
      UserPoolId: made.UserPoolId,
      Username: made.email,
      SMSMfaSettings: { Enabled: true },
    });
    const asked = await initiate(aws, made.app, 'USER_PASSWORD_AUTH', {
      USERNAME: made.email,
      PASSWORD: 'Correct-horse-9',
    });
    await aws.wait(181);
    const SMS_MFA_CODE = await aws.code(made.email!, 'Authentication');
    await expect(answer(aws, made, asked, { SMS_MFA_CODE })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user, session is expired.'),
    );
  }),
];
