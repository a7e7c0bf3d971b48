import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { answer, enrol, initiate, PASSWORD, poolWith, refusal, totp, withPassword } from './sign-in-kit';
import { confirmDevice, proveDevice, withSrp } from './srp-steps';

const DeviceConfiguration = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false };
const gap = identityGapsFrom(poolWith({ DeviceConfiguration }));
const page = source.cognitoGuide('amazon-cognito-user-pools-device-tracking');
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

const OTHER = 'eu-west-1_00000000-0000-4000-8000-000000000000';

/** A device that is remembered, and the tokens of the sign-in that made it. */
async function remembered(aws: Aws, made: Made) {
  const signedIn = await withPassword(aws, made);
  return { device: await confirmDevice(aws, signedIn), AccessToken: signedIn.AuthenticationResult.AccessToken };
}

const withDevice = (aws: Aws, made: Made, DEVICE_KEY: string) => withPassword(aws, made, { DEVICE_KEY });

/** Devices that are remembered prove themselves. */
export const devices: IdentityGap[] = [
  gap('A sign-in gives a device key, also in the access token', page, async (aws, made) => {
    const { AuthenticationResult } = await withPassword(aws, made);
    const { DeviceKey, DeviceGroupKey } = AuthenticationResult.NewDeviceMetadata;
    expect(DeviceKey).toMatch(/^eu-west-1_[0-9a-f-]{36}$/);
    expect(DeviceGroupKey).toMatch(/^-/);
    expect(claimsOf(AuthenticationResult.AccessToken).device_key).toBe(DeviceKey);
  }),
  gap('ConfirmDevice: whether the user has to be asked', source.userPools('ConfirmDevice'), async (aws, made) => {
    const ask = { ...DeviceConfiguration, DeviceOnlyRememberedOnUserPrompt: true };
    const confirm = async () => {
      const { AccessToken, NewDeviceMetadata } = (await withPassword(aws, made)).AuthenticationResult;
      const number = Buffer.from([1, 2, 3]).toString('base64');
      return aws.publicIdp('ConfirmDevice', {
        AccessToken,
        DeviceKey: NewDeviceMetadata.DeviceKey,
        DeviceSecretVerifierConfig: { PasswordVerifier: number, Salt: number },
      });
    };
    expect(await confirm()).toEqual({ UserConfirmationNecessary: false });
    await aws.idp('UpdateUserPool', { UserPoolId: made.UserPoolId, DeviceConfiguration: ask });
    expect(await confirm()).toEqual({ UserConfirmationNecessary: true });
  }),
  gap('DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER: a remembered device proves itself', page, async (aws, made) => {
    const { device } = await remembered(aws, made);
    const asked = await withDevice(aws, made, device.key);
    expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH');
    const { AuthenticationResult } = await proveDevice(aws, made, asked, device);
    expect(claimsOf(AuthenticationResult.AccessToken).device_key).toBe(device.key);
    expect(AuthenticationResult.NewDeviceMetadata).toBeUndefined();
  }),
  gap('DEVICE_KEY may come with the answer to a challenge', page, async (aws, made) => {
    const { device } = await remembered(aws, made);
    const { request } = await withSrp(aws, made);
    request.ChallengeResponses.DEVICE_KEY = device.key;
    const asked = await aws.publicIdp('RespondToAuthChallenge', request);
    expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH');
    expect((await proveDevice(aws, made, asked, device)).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('A device without its secret is refused', page, async (aws, made) => {
    const { device } = await remembered(aws, made);
    const asked = await withDevice(aws, made, device.key);
    await expect(proveDevice(aws, made, asked, { ...device, password: 'stolen' })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Incorrect username or password.'),
    );
  }),
  gap('Another device cannot answer in its place', page, async (aws, made) => {
    const { device } = await remembered(aws, made);
    const { device: other } = await remembered(aws, made);
    const asked = await withDevice(aws, made, device.key);
    await expect(proveDevice(aws, made, asked, other)).rejects.toMatchObject(refusal('NotAuthorized'));
  }),
  gap('A refresh token of a device is refreshed by no other', page, async (aws, made) => {
    const { AuthenticationResult } = await withPassword(aws, made);
    const { RefreshToken, NewDeviceMetadata } = AuthenticationResult;
    const refresh = (DEVICE_KEY: string) =>
      initiate(aws, made.app, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken, DEVICE_KEY });
    const getTokens = (DeviceKey: string) =>
      aws.publicIdp('GetTokensFromRefreshToken', { ClientId: made.app, RefreshToken, DeviceKey });
    for (const by of [refresh, getTokens]) {
      await expect(by(OTHER)).rejects.toMatchObject(refusal('NotAuthorized', 'Invalid Refresh Token'));
      expect((await by(NewDeviceMetadata.DeviceKey)).AuthenticationResult.TokenType).toBe('Bearer');
    }
  }),
  gap('A remembered device takes the place of MFA, an unknown one does not', page, async (aws, made) => {
    const { device } = await remembered(aws, made);
    const secret = await enrol(aws, made);
    expect((await withDevice(aws, made, device.key)).ChallengeName).toBe('DEVICE_SRP_AUTH');
    const asked = await withDevice(aws, made, 'eu-west-1_unknown');
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const signedIn = await answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret) });
    expect(signedIn.AuthenticationResult.NewDeviceMetadata).toBeDefined();
  }),
  gap('A remembered device still needs MFA where the pool always wants it', page, async (aws, made) => {
    const { UserPoolId } = made;
    const always = { ...DeviceConfiguration, ChallengeRequiredOnNewDevice: false };
    await aws.idp('UpdateUserPool', { UserPoolId, DeviceConfiguration: always, MfaConfiguration: 'OPTIONAL' });
    const { device } = await remembered(aws, made);
    const secret = await enrol(aws, made);
    const asked = await withDevice(aws, made, device.key);
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const next = await answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret) });
    expect(next.ChallengeName).toBe('DEVICE_SRP_AUTH');
    expect((await proveDevice(aws, made, next, device)).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('ListDevices, GetDevice', source.userPools('ListDevices'), async (aws, made) => {
    const { device, AccessToken } = await remembered(aws, made);
    await remembered(aws, made);
    const { Device } = await aws.publicIdp('GetDevice', { AccessToken, DeviceKey: device.key });
    expect(Device).toMatchObject({
      DeviceKey: device.key,
      DeviceAttributes: [
        { Name: 'device_status', Value: 'valid' },
        { Name: 'device_name', Value: 'laptop' },
        { Name: 'dev:device_remembered_status', Value: 'remembered' },
      ],
    });
    const first = await aws.publicIdp('ListDevices', { AccessToken, Limit: 1 });
    const { PaginationToken } = first;
    const second = await aws.publicIdp('ListDevices', { AccessToken, Limit: 1, PaginationToken });
    const keys = [...first.Devices, ...second.Devices].map(({ DeviceKey }) => DeviceKey);
    expect(new Set(keys).size).toBe(2);
    expect(second.PaginationToken).toBeUndefined();
  }),
  gap(
    'UpdateDeviceStatus: a device that is not remembered is not asked',
    source.userPools('UpdateDeviceStatus'),
    async (aws, made) => {
      const { device, AccessToken } = await remembered(aws, made);
      const set = (DeviceRememberedStatus: string) =>
        aws.publicIdp('UpdateDeviceStatus', { AccessToken, DeviceKey: device.key, DeviceRememberedStatus });
      await expect(set('sometimes')).rejects.toMatchObject(refusal('InvalidParameter'));
      await set('not_remembered');
      expect((await withDevice(aws, made, device.key)).AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap('ForgetDevice', source.userPools('ForgetDevice'), async (aws, made) => {
    const { device, AccessToken } = await remembered(aws, made);
    await aws.publicIdp('ForgetDevice', { AccessToken, DeviceKey: device.key });
    await expect(aws.publicIdp('GetDevice', { AccessToken, DeviceKey: device.key })).rejects.toMatchObject(
      refusal('ResourceNotFound', 'Device does not exist.'),
    );
    expect((await withDevice(aws, made, device.key)).AuthenticationResult.NewDeviceMetadata).toBeDefined();
  }),
  gap(
    'AdminListDevices, AdminGetDevice, AdminUpdateDeviceStatus, AdminForgetDevice',
    source.userPools('AdminListDevices'),
    async (aws, made) => {
      const { device } = await remembered(aws, made);
      const who = { UserPoolId: made.UserPoolId, Username: made.email };
      const which = { ...who, DeviceKey: device.key };
      await aws.idp('AdminUpdateDeviceStatus', { ...which, DeviceRememberedStatus: 'not_remembered' });
      const { Device } = await aws.idp('AdminGetDevice', which);
      expect(Device.DeviceAttributes).toContainEqual({ Name: 'dev:device_remembered_status', Value: 'not_remembered' });
      expect((await aws.idp('AdminListDevices', who)).Devices).toHaveLength(1);
      await aws.idp('AdminForgetDevice', which);
      expect((await aws.idp('AdminListDevices', who)).Devices).toEqual([]);
    },
  ),
  identityGapsFrom(poolWith())('A pool that tracks no devices gives no key and asks none', page, async (aws, made) => {
    const AuthParameters = { USERNAME: made.email, PASSWORD, DEVICE_KEY: 'eu-west-1_any' };
    const { AuthenticationResult } = await initiate(aws, made.app, 'USER_PASSWORD_AUTH', AuthParameters);
    expect(AuthenticationResult.NewDeviceMetadata).toBeUndefined();
    expect(claimsOf(AuthenticationResult.AccessToken).device_key).toBeUndefined();
    expect((await aws.publicIdp('ListDevices', { AccessToken: AuthenticationResult.AccessToken })).Devices).toEqual([]);
  }),
];
