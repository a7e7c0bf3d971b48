import {
  createDeviceVerifier,
  createSrpSession,
  signSrpSession,
  signSrpSessionWithDevice,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from 'cognito-srp-helper';
import { type Aws } from './aws';
import { type Made } from './gap';
import { PASSWORD } from './user-pool';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of the emulator, checked by each test */
type Answer = any;

/** A device that was confirmed: what the client keeps of it. */
export interface KnownDevice {
  readonly key: string;
  readonly groupKey: string;
  readonly password: string;
}

/** USER_SRP_AUTH as far as the answer to PASSWORD_VERIFIER. */
export async function withSrp(aws: Aws, { app: ClientId, email, UserPoolId }: Made, password = PASSWORD, more = {}) {
  const session = createSrpSession(email!, password, UserPoolId!, false);
  const start = { ClientId, AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters: { USERNAME: email!, ...more } };
  const asked: Answer = await aws.publicIdp('InitiateAuth', wrapInitiateAuth(session, start));
  return { asked, ...proof(ClientId!, session, asked) };
}

/** The answer to a PASSWORD_VERIFIER. */
export function proof(ClientId: string, session: ReturnType<typeof createSrpSession>, asked: Answer) {
  const request = wrapAuthChallenge(signSrpSession(session, asked), {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER' as const,
    Session: asked.Session,
    ChallengeResponses: { USERNAME: asked.ChallengeParameters.USERNAME },
  });
  return { request: request as Answer, session };
}

/** Confirms the device of a sign-in. */
export async function confirmDevice(
  aws: Aws,
  { AuthenticationResult }: Answer,
  DeviceName = 'laptop',
): Promise<KnownDevice> {
  const { DeviceKey, DeviceGroupKey } = AuthenticationResult.NewDeviceMetadata;
  const made = createDeviceVerifier(DeviceKey, DeviceGroupKey);
  await aws.publicIdp('ConfirmDevice', {
    AccessToken: AuthenticationResult.AccessToken,
    DeviceKey,
    DeviceName,
    DeviceSecretVerifierConfig: made.DeviceSecretVerifierConfig,
  });
  return { key: DeviceKey, groupKey: DeviceGroupKey, password: made.DeviceRandomPassword };
}

/** Answers DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER. */
export async function proveDevice(aws: Aws, made: Made, asked: Answer, device: KnownDevice): Promise<Answer> {
  const { app: ClientId, email, UserPoolId } = made;
  const session = createSrpSession(email!, PASSWORD, UserPoolId!, false);
  const ChallengeResponses = { USERNAME: email!, DEVICE_KEY: device.key };
  const begun = await aws.publicIdp('RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'DEVICE_SRP_AUTH',
    Session: asked.Session,
    ChallengeResponses: { ...ChallengeResponses, SRP_A: session.largeA },
  });
  const signed = signSrpSessionWithDevice(session, begun, device.groupKey, device.password);
  const answered = { ClientId, ChallengeName: 'DEVICE_PASSWORD_VERIFIER', Session: begun.Session, ChallengeResponses };
  return aws.publicIdp('RespondToAuthChallenge', wrapAuthChallenge(signed, answered as Answer) as object);
}
