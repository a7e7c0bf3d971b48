import { createHmac } from 'node:crypto';
import { type Aws } from './aws';
import { type Made } from './gap';
import { PASSWORD } from './user-pool';

type Parameters = Record<string, string | undefined>;

export const FLOWS = [
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
];
const SMS = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', SnsRegion: 'eu-west-1' };
const person = [
  { Name: 'email_verified', Value: 'true' },
  { Name: 'phone_number', Value: '+15550100' },
  { Name: 'phone_number_verified', Value: 'true' },
];

let serial = 0;

/**
 * A pool whose users sign in with e-mail, with apps and SMS as optional second factors; a client that hides who exists,
 * one that does not and one with a secret; a user who is confirmed.
 */
export const poolWith =
  (settings: object = {}, clientSettings: object = {}, username = 'ada@example.com') =>
  async (aws: Aws): Promise<Made> => {
    const { UserPool } = await aws.idp('CreateUserPool', {
      PoolName: `challenges-${(serial += 1)}`,
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      SmsConfiguration: SMS,
      ...settings,
    });
    const UserPoolId: string = UserPool.Id;
    await setMfa(aws, { UserPoolId }, 'OPTIONAL');
    const client = async (ClientName: string, more: object) => {
      const body = { UserPoolId, ClientName, ExplicitAuthFlows: FLOWS, ...clientSettings, ...more };
      return (await aws.idp('CreateUserPoolClient', body)).UserPoolClient;
    };
    const [app, open, secret] = await Promise.all([
      client('app', { PreventUserExistenceErrors: 'ENABLED' }),
      client('open', {}),
      client('secret', { GenerateSecret: true }),
    ]);
    await invite(aws, { UserPoolId }, username, { MessageAction: 'SUPPRESS', UserAttributes: person });
    await aws.idp('AdminSetUserPassword', { UserPoolId, Username: username, Password: PASSWORD, Permanent: true });
    return {
      UserPoolId,
      app: app.ClientId,
      open: open.ClientId,
      secret: secret.ClientId,
      clientSecret: secret.ClientSecret,
      email: username,
    };
  };

export const invite = (aws: Aws, { UserPoolId }: Made, Username: string, more: object = {}) =>
  aws.idp('AdminCreateUser', { UserPoolId, Username, ...more });

/** Apps and SMS, and what `more` adds. */
export const setMfa = (aws: Aws, { UserPoolId }: Made, MfaConfiguration: string, more: object = {}) =>
  aws.idp('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration,
    SoftwareTokenMfaConfiguration: { Enabled: true },
    SmsMfaConfiguration: { SmsConfiguration: SMS },
    ...more,
  });

export const initiate = (aws: Aws, ClientId: string | undefined, AuthFlow: string, AuthParameters: Parameters) =>
  aws.publicIdp('InitiateAuth', { ClientId, AuthFlow, AuthParameters });

/** Signs in with the password, as far as that goes. */
export const withPassword = (aws: Aws, { app, email }: Made, more: Parameters = {}) =>
  initiate(aws, app, 'USER_PASSWORD_AUTH', { USERNAME: email, PASSWORD, ...more });

export const accessToken = async (aws: Aws, made: Made): Promise<string> =>
  (await withPassword(aws, made)).AuthenticationResult.AccessToken;

/** Answers the challenge that was asked. */
export const answer = (
  aws: Aws,
  { app, email }: Made,
  { ChallengeName, Session }: { ChallengeName: string; Session?: string },
  responses: Parameters,
) =>
  aws.publicIdp('RespondToAuthChallenge', {
    ClientId: app,
    ChallengeName,
    Session,
    ChallengeResponses: { USERNAME: email, ...responses },
  });

/** Enrols an app; the code of the step before is used up. */
export async function enrol(aws: Aws, made: Made): Promise<string> {
  const AccessToken = await accessToken(aws, made);
  const { SecretCode } = await aws.publicIdp('AssociateSoftwareToken', { AccessToken });
  await aws.publicIdp('VerifySoftwareToken', { AccessToken, UserCode: await totp(aws, SecretCode, -1) });
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await aws.publicIdp('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
  return SecretCode;
}

/** The code of RFC 6238 at the emulator's clock, `steps` later. */
export async function totp(aws: Aws, secret: string, steps = 0): Promise<string> {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor((await aws.now()) / 30) + steps));
  const digest = createHmac('sha1', base32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export const secretHash = ({ secret, clientSecret }: Made, username: string): string =>
  createHmac('sha256', clientSecret!).update(`${username}${secret}`).digest('base64');

export const refusal = (code: string, reason?: string) => ({
  code: `${code}Exception`,
  ...(reason !== undefined && { reason }),
});

export const WRONG_PASSWORD = refusal('NotAuthorized', 'Incorrect username or password.');

export { PASSWORD };

function base32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
