import { answer, enrol, initiate, PASSWORD, poolWith, setMfa, totp, withPassword } from '../gaps/sign-in-kit';
import { callerOf, credentials, makeIdentityPool } from '../gaps/identity-pool';
import { row } from './row';

const pool = poolWith({}, { AuthSessionValidity: 15 });
const newcomer = 'grace@example.com';

export const people = [
  row(
    'a person who signed up, with the password that they chose',
    async ({ aws }) => {
      const made = await pool(aws);
      const signUp = { ClientId: made.app, Username: newcomer, Password: PASSWORD };
      await aws.publicIdp('SignUp', { ...signUp, UserAttributes: [{ Name: 'email', Value: newcomer }] });
      const ConfirmationCode = await aws.code(newcomer, 'SignUp');
      await aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username: newcomer, ConfirmationCode });
      return { ...made, email: newcomer };
    },
    async ({ aws }, made) => {
      expect((await withPassword(aws, made)).AuthenticationResult).toHaveProperty('IdToken');
      await expect(withPassword(aws, made, { PASSWORD: `${PASSWORD}x` })).rejects.toMatchObject({
        code: 'NotAuthorizedException',
      });
    },
  ),
  row(
    'the code of a sign-up that waits for it',
    async ({ aws }) => {
      const made = await pool(aws);
      const signUp = { ClientId: made.app, Username: newcomer, Password: PASSWORD };
      await aws.publicIdp('SignUp', { ...signUp, UserAttributes: [{ Name: 'email', Value: newcomer }] });
      return { made, ConfirmationCode: await aws.code(newcomer, 'SignUp') };
    },
    async ({ aws }, { made, ConfirmationCode }) => {
      await aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username: newcomer, ConfirmationCode });
      expect((await aws.codes(newcomer, 'SignUp')).map(({ code }) => code)).toContain(ConfirmationCode);
    },
  ),
  row(
    'the secret of an authenticator app',
    async ({ aws }) => {
      const made = await pool(aws);
      return { made, secret: await enrol(aws, made) };
    },
    async ({ aws }, { made, secret }) => {
      const asked = await withPassword(aws, made);
      const signedIn = await answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret) });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  row(
    'a session between password and second factor',
    async ({ aws }) => {
      const made = await pool(aws);
      const secret = await enrol(aws, made);
      return { made, secret, asked: await withPassword(aws, made) };
    },
    async ({ aws }, { made, secret, asked }) => {
      const signedIn = await answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret) });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  row(
    'refresh tokens, and which of them were revoked',
    async ({ aws }) => {
      const made = await pool(aws);
      const token = async () => (await withPassword(aws, made)).AuthenticationResult.RefreshToken as string;
      const [good, revoked] = [await token(), await token()];
      await aws.publicIdp('RevokeToken', { ClientId: made.app, Token: revoked });
      return { made, good, revoked };
    },
    async ({ aws }, { made, good, revoked }) => {
      const refresh = (REFRESH_TOKEN: string) => initiate(aws, made['app'], 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN });
      expect((await refresh(good)).AuthenticationResult).toHaveProperty('AccessToken');
      await expect(refresh(revoked)).rejects.toMatchObject({ code: 'NotAuthorizedException' });
    },
  ),
  row(
    'settings of a pool, and the keys that sign its tokens',
    async ({ aws }) => {
      const made = await pool(aws);
      await setMfa(aws, made, 'ON');
      return { made, keys: await aws.published(`/${made['UserPoolId']}/.well-known/jwks.json`) };
    },
    async ({ aws }, { made: { UserPoolId }, keys }) => {
      expect((await aws.idp('GetUserPoolMfaConfig', { UserPoolId })).MfaConfiguration).toBe('ON');
      expect(await aws.published(`/${UserPoolId}/.well-known/jwks.json`)).toEqual(keys);
    },
  ),
  row(
    'an identity, and the credentials that it was given',
    async ({ aws }) => {
      const made = await makeIdentityPool(aws, 'kept');
      const { IdentityPoolId } = made;
      const { IdentityId } = await aws.publicIdentity('GetId', { IdentityPoolId });
      return { IdentityPoolId, IdentityId, given: await credentials(aws, IdentityPoolId!) };
    },
    async ({ aws }, { IdentityId, given }) => {
      expect(await callerOf(aws, given)).toContain('guests-kept');
      expect((await aws.publicIdentity('GetCredentialsForIdentity', { IdentityId })).IdentityId).toBe(IdentityId);
    },
  ),
  row(
    'the clock, where it was moved forward',
    async ({ aws }) => {
      await aws.wait(60);
    },
    async ({ aws }) => {
      expect((await aws.now()) - Date.now() / 1000).toBeGreaterThan(50);
    },
  ),
];
