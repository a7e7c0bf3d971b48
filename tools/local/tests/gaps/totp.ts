import { source } from '../../testing/conformance';
import { type IdentityGap, identityGapsFrom } from './gap';
import { accessToken, answer, enrol, poolWith, refusal, totp, withPassword } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const totpPage = source.cognitoGuide('user-pool-settings-mfa-totp');

/** Authenticator apps. */
export const totpCodes: IdentityGap[] = [
  gap('AssociateSoftwareToken: another secret of 52 characters each time', totpPage, async (aws, made) => {
    const AccessToken = await accessToken(aws, made);
    const ask = async () => (await aws.publicIdp('AssociateSoftwareToken', { AccessToken })).SecretCode;
    const [first, second] = [await ask(), await ask()];
    expect(first).toMatch(/^[A-Z2-7]{52}$/);
    expect(first).not.toBe(second);
  }),
  gap(
    'VerifySoftwareToken: refuses a wrong code, and code 000000 with it',
    source.userPools('VerifySoftwareToken'),
    async (aws, made) => {
      const AccessToken = await accessToken(aws, made);
      const { SecretCode } = await aws.publicIdp('AssociateSoftwareToken', { AccessToken });
      const verify = (UserCode: string) => aws.publicIdp('VerifySoftwareToken', { AccessToken, UserCode });
      const wrong = refusal('EnableSoftwareTokenMFA', 'Code mismatch');
      await expect(verify('000000')).rejects.toMatchObject(wrong);
      await expect(verify(await totp(aws, SecretCode, 5))).rejects.toMatchObject(wrong);
      expect(await verify(await totp(aws, SecretCode))).toEqual({ Status: 'SUCCESS' });
    },
  ),
  gap('TOTP: the code of RFC 6238, of this step and of the next one', totpPage, async (aws, made) => {
    const secret = await enrol(aws, made);
    for (const step of [0, 1]) {
      const asked = await withPassword(aws, made);
      expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
      const signedIn = await answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE: await totp(aws, secret, step) });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    }
  }),
  gap('TOTP: a wrong code is refused and keeps the session', totpPage, async (aws, made) => {
    const secret = await enrol(aws, made);
    const asked = await withPassword(aws, made);
    const send = (SOFTWARE_TOKEN_MFA_CODE: string) => answer(aws, made, asked, { SOFTWARE_TOKEN_MFA_CODE });
    const wrong = refusal('CodeMismatch', 'Invalid code received for user');
    await expect(send('000000')).rejects.toMatchObject(wrong);
    await expect(send(await totp(aws, secret, 4))).rejects.toMatchObject(wrong);
    expect((await send(await totp(aws, secret))).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('TOTP: a code is used once', totpPage, async (aws, made) => {
    const secret = await enrol(aws, made);
    const SOFTWARE_TOKEN_MFA_CODE = await totp(aws, secret);
    await answer(aws, made, await withPassword(aws, made), { SOFTWARE_TOKEN_MFA_CODE });
    await expect(answer(aws, made, await withPassword(aws, made), { SOFTWARE_TOKEN_MFA_CODE })).rejects.toMatchObject(
      refusal('ExpiredCode', 'Your software token has already been used once.'),
    );
  }),
];
