import { Authenticator, type RequestOptions } from '../../testing/authenticator';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { accessToken, answer, initiate, poolWith, refusal, setMfa } from './sign-in-kit';

const ORIGIN = 'https://app.example.com';

const gap = identityGapsFrom(async (aws) => {
  const made = await poolWith({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } })(
    aws,
  );
  const WebAuthnConfiguration = { RelyingPartyId: 'example.com', UserVerification: 'required' };
  await setMfa(aws, made, 'OPTIONAL', { WebAuthnConfiguration });
  return made;
});
const page = source.cognitoGuide('amazon-cognito-user-pools-authentication-flow-methods');

const start = async (aws: Aws, AccessToken: string) =>
  (await aws.publicIdp('StartWebAuthnRegistration', { AccessToken })).CredentialCreationOptions;

/** Who signed in makes a passkey on this device. */
async function register(aws: Aws, made: Made, device: Authenticator): Promise<string> {
  const AccessToken = await accessToken(aws, made);
  const Credential = device.create(await start(aws, AccessToken));
  await aws.publicIdp('CompleteWebAuthnRegistration', { AccessToken, Credential });
  return AccessToken;
}

const choose = (aws: Aws, { app, email }: Made, PREFERRED_CHALLENGE?: string) =>
  initiate(aws, app, 'USER_AUTH', { USERNAME: email, PREFERRED_CHALLENGE });

const asks = (asked: { ChallengeParameters: Record<string, string> }) =>
  JSON.parse(asked.ChallengeParameters.CREDENTIAL_REQUEST_OPTIONS!) as RequestOptions;

/** Signing in with a device in place of a password. */
export const passkeys: IdentityGap[] = [
  gap(
    'StartWebAuthnRegistration: what a browser needs to make a passkey',
    source.userPools('StartWebAuthnRegistration'),
    async (aws, made) => {
      expect(await start(aws, await accessToken(aws, made))).toMatchObject({
        rp: { id: 'example.com', name: 'example.com' },
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        excludeCredentials: [],
        authenticatorSelection: { requireResidentKey: true, residentKey: 'required', userVerification: 'required' },
      });
    },
  ),
  gap(
    'CompleteWebAuthnRegistration: the passkey is listed, and can be deleted',
    source.userPools('ListWebAuthnCredentials'),
    async (aws, made) => {
      const device = new Authenticator(ORIGIN);
      const AccessToken = await register(aws, made, device);
      const list = async () => (await aws.publicIdp('ListWebAuthnCredentials', { AccessToken })).Credentials;
      expect(await list()).toMatchObject([
        { CredentialId: device.credentialId, RelyingPartyId: 'example.com', AuthenticatorTransports: ['internal'] },
      ]);
      await aws.publicIdp('DeleteWebAuthnCredential', { AccessToken, CredentialId: device.credentialId });
      expect(await list()).toEqual([]);
    },
  ),
  gap(
    'CompleteWebAuthnRegistration: refuses another origin, and a challenge that was not asked',
    source.userPools('CompleteWebAuthnRegistration'),
    async (aws, made) => {
      const AccessToken = await accessToken(aws, made);
      const complete = (Credential: object) =>
        aws.publicIdp('CompleteWebAuthnRegistration', { AccessToken, Credential });
      const options = await start(aws, AccessToken);
      await expect(complete(new Authenticator('https://example.org').create(options))).rejects.toMatchObject(
        refusal('WebAuthnOriginNotAllowed'),
      );
      const device = new Authenticator(ORIGIN);
      await expect(complete(device.create({ ...options, challenge: 'x' }))).rejects.toMatchObject(
        refusal('WebAuthnChallengeNotFound'),
      );
      await expect(complete(device.create({ ...options, rp: { id: 'example.org' } }))).rejects.toMatchObject(
        refusal('WebAuthnRelyingPartyMismatch'),
      );
    },
  ),
  gap('WEB_AUTHN: signs in with a passkey, once for a challenge', page, async (aws, made) => {
    const device = new Authenticator(ORIGIN);
    await register(aws, made, device);
    expect((await choose(aws, made)).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN']);
    const asked = await choose(aws, made, 'WEB_AUTHN');
    expect(asks(asked).allowCredentials).toEqual([
      { type: 'public-key', id: device.credentialId, transports: ['internal'] },
    ]);
    const CREDENTIAL = JSON.stringify(device.get(asks(asked)));
    expect((await answer(aws, made, asked, { CREDENTIAL })).AuthenticationResult.TokenType).toBe('Bearer');
    await expect(answer(aws, made, asked, { CREDENTIAL })).rejects.toMatchObject(refusal('NotAuthorized'));
  }),
  gap('WEB_AUTHN: refuses another device, and an answer to another challenge', page, async (aws, made) => {
    const device = new Authenticator(ORIGIN);
    await register(aws, made, device);
    const send = async (change: (options: RequestOptions) => object) => {
      const asked = await choose(aws, made, 'WEB_AUTHN');
      return answer(aws, made, asked, { CREDENTIAL: JSON.stringify(change(asks(asked))) });
    };
    const other = new Authenticator(ORIGIN);
    await expect(send((options) => other.get(options))).rejects.toMatchObject(refusal('NotAuthorized'));
    await expect(send((options) => ({ ...other.get(options), id: device.credentialId }))).rejects.toMatchObject(
      refusal('NotAuthorized', 'Incorrect username or password.'),
    );
    await expect(send((options) => device.get({ ...options, challenge: 'x' }))).rejects.toMatchObject(
      refusal('WebAuthnChallengeNotFound'),
    );
  }),
  gap('A user without a passkey is not offered one', page, async (aws, made) => {
    const asked = await choose(aws, made, 'WEB_AUTHN');
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    });
    // moto alone has no such choice.
    await register(aws, made, new Authenticator(ORIGIN));
  }),
];
