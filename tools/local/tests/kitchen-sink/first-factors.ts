import {
  type ChallengeNameType,
  CompleteWebAuthnRegistrationCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Authenticator, type CreationOptions, type RequestOptions } from '../../testing/authenticator';
import { type Behaviour } from './behaviour';
import { accessToken, addUser } from './people';
import { type KitchenSink } from './sink';

const choose = (sink: KitchenSink, USERNAME: string, more: Record<string, string> = {}) =>
  sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text('app_client_id'),
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, ...more },
    }),
  );

async function register(sink: KitchenSink, username: string, device: Authenticator): Promise<void> {
  const AccessToken = await accessToken(sink, username);
  const { CredentialCreationOptions } = await sink.sdk.send(new StartWebAuthnRegistrationCommand({ AccessToken }));
  const Credential = device.create(CredentialCreationOptions as unknown as CreationOptions);
  await sink.sdk.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }));
}

/** Begins with this factor, and the answer to it signs in. */
async function signIn(
  sink: KitchenSink,
  username: string,
  factor: ChallengeNameType,
  answer: (asked: Record<string, string>) => Promise<Record<string, string>>,
): Promise<void> {
  const asked = await choose(sink, username, { PREFERRED_CHALLENGE: factor });
  expect(asked.ChallengeName).toBe(factor);
  const { AuthenticationResult } = await sink.sdk.send(
    new RespondToAuthChallengeCommand({
      ClientId: sink.text('app_client_id'),
      ChallengeName: factor,
      Session: asked.Session,
      ChallengeResponses: { USERNAME: username, ...(await answer(asked.ChallengeParameters!)) },
    }),
  );
  expect(AuthenticationResult?.TokenType).toBe('Bearer');
}

export const firstFactorBehaviours: readonly Behaviour[] = [
  {
    name: 'a person chooses among the factors of the pool',
    prove: async (sink) => {
      const username = await addUser(sink);
      await register(sink, username, new Authenticator('https://app.example.com'));
      const { ChallengeName, AvailableChallenges } = await choose(sink, username);
      expect([ChallengeName, [...AvailableChallenges!].sort()]).toEqual([
        'SELECT_CHALLENGE',
        ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP', 'SMS_OTP', 'WEB_AUTHN'],
      ]);
    },
  },
  {
    name: 'a passkey of the relying party signs in, and the device had to verify the person',
    prove: async (sink) => {
      const username = await addUser(sink);
      const device = new Authenticator('https://app.example.com');
      await register(sink, username, device);
      await signIn(sink, username, 'WEB_AUTHN', async ({ CREDENTIAL_REQUEST_OPTIONS }) => {
        const options = JSON.parse(CREDENTIAL_REQUEST_OPTIONS!) as RequestOptions & { userVerification: string };
        expect(options).toMatchObject({ rpId: 'example.com', userVerification: 'required' });
        return { CREDENTIAL: JSON.stringify(device.get(options)) };
      });
    },
  },
  {
    name: 'a passkey of another origin is refused',
    prove: async (sink) => {
      const username = await addUser(sink);
      const elsewhere = register(sink, username, new Authenticator('https://example.org'));
      await expect(elsewhere).rejects.toMatchObject({ name: 'WebAuthnOriginNotAllowedException' });
    },
  },
  ...(['EMAIL_OTP', 'SMS_OTP'] as const).map((factor) => ({
    name: `${factor} signs in without a password`,
    prove: async (sink: KitchenSink) => {
      const username = await addUser(sink);
      await signIn(sink, username, factor, async () => ({ [`${factor}_CODE`]: (await sink.codeOf(username)).code }));
    },
  })),
];
