import {
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { totp } from '../gaps/sign-in-kit';
import { type Behaviour } from './behaviour';
import { accessToken, addUser, signInByLibrary, withPassword } from './people';
import { type KitchenSink } from './sink';

/** The user's app: a secret that both sides know. */
async function enrol(sink: KitchenSink, username: string): Promise<string> {
  const AccessToken = await accessToken(sink, username);
  const { SecretCode } = await sink.sdk.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = await totp(sink.aws, SecretCode!, -1);
  await sink.sdk.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await sink.sdk.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
  return SecretCode!;
}

async function prefer(
  sink: KitchenSink,
  username: string,
  settings: 'EmailMfaSettings' | 'SMSMfaSettings',
): Promise<void> {
  const AccessToken = await accessToken(sink, username);
  const chosen = { [settings]: { Enabled: true, PreferredMfa: true } };
  await sink.sdk.send(new SetUserMFAPreferenceCommand({ AccessToken, ...chosen }));
}

/** The password is given, the pool asks for this factor, and the code of it signs in. */
async function signIn(
  sink: KitchenSink,
  username: string,
  factor: ChallengeNameType,
  code: () => Promise<string>,
): Promise<void> {
  const { ChallengeName, Session } = await withPassword(sink, username);
  expect(ChallengeName).toBe(factor);
  const { AuthenticationResult } = await sink.sdk.send(
    new RespondToAuthChallengeCommand({
      ClientId: sink.text('app_client_id'),
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: username, [`${factor}_CODE`]: await code() },
    }),
  );
  expect(AuthenticationResult?.TokenType).toBe('Bearer');
}

const codeOf = (sink: KitchenSink, username: string) => async () => (await sink.codeOf(username)).code;

export const secondFactorBehaviours: readonly Behaviour[] = [
  {
    name: 'TOTP: the AWS SDK enrols an app and signs in with its code',
    prove: async (sink) => {
      const username = await addUser(sink);
      const secret = await enrol(sink, username);
      await signIn(sink, username, 'SOFTWARE_TOKEN_MFA', () => totp(sink.aws, secret));
    },
  },
  {
    name: 'TOTP: amazon-cognito-identity-js signs in with the code of an app',
    prove: async (sink) => {
      const username = await addUser(sink);
      const secret = await enrol(sink, username);
      expect((await signInByLibrary(sink, username, () => totp(sink.aws, secret))).isValid()).toBe(true);
    },
  },
  {
    name: 'SMS: the AWS SDK signs in with the code of the message',
    prove: async (sink) => {
      const username = await addUser(sink);
      await prefer(sink, username, 'SMSMfaSettings');
      await signIn(sink, username, 'SMS_MFA', codeOf(sink, username));
      const { code, message } = await sink.codeOf(username);
      expect(message).toBe(`Sink SMS ${code}`);
    },
  },
  {
    name: 'SMS: amazon-cognito-identity-js signs in with the code of the message',
    prove: async (sink) => {
      const username = await addUser(sink);
      await prefer(sink, username, 'SMSMfaSettings');
      expect((await signInByLibrary(sink, username, codeOf(sink, username))).isValid()).toBe(true);
    },
  },
  {
    name: 'e-mail: the AWS SDK signs in with the code of the mail, which is the one of the pool',
    prove: async (sink) => {
      const username = await addUser(sink);
      await prefer(sink, username, 'EmailMfaSettings');
      await signIn(sink, username, 'EMAIL_OTP', codeOf(sink, username));
      const { code, message, subject } = await sink.codeOf(username);
      expect([subject, message]).toEqual(['Sink code', `Sink mail ${code}`]);
    },
  },
];
