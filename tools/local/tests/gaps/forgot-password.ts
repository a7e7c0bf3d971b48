import { source } from '../../testing/conformance';
import { differs, type IdentityGap, identityGapsFrom } from './gap';
import { invite, PASSWORD, poolWith, refusal, withPassword } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const forgotPage = source.userPools('ConfirmForgotPassword');
const bob = 'bob@example.com';
const TemporaryPassword = 'Temporary-horse-1';
/** Passwords that are forgotten or reset. */
export const forgotPassword: IdentityGap[] = [
  gap(
    'AdminResetUserPassword: ends the password, and sends a code',
    source.userPools('AdminResetUserPassword'),
    async (aws, made) => {
      const { UserPoolId, app, email } = made;
      await aws.idp('AdminResetUserPassword', { UserPoolId, Username: email });
      await expect(withPassword(aws, made)).rejects.toMatchObject(
        refusal('PasswordResetRequired', 'Password reset required for the user'),
      );
      const request = { ClientId: app, Username: email, Password: 'Another-horse-8' };
      const ConfirmationCode = await aws.code(email!, 'ForgotPassword');
      await aws.publicIdp('ConfirmForgotPassword', { ...request, ConfirmationCode });
      const signedIn = await withPassword(aws, made, { PASSWORD: 'Another-horse-8' });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap('ForgotPassword: a code lives an hour', forgotPage, async (aws, made) => {
    const request = { ClientId: made.app, Username: made.email };
    await aws.publicIdp('ForgotPassword', request);
    const ConfirmationCode = await aws.code(made.email!, 'ForgotPassword');
    await aws.wait(3_601);
    await expect(
      aws.publicIdp('ConfirmForgotPassword', { ...request, ConfirmationCode, Password: PASSWORD }),
    ).rejects.toMatchObject(refusal('ExpiredCode', 'Invalid code provided, please request a code again.'));
  }),
  differs(
    gap('ConfirmForgotPassword: a code is used once, and tried a few times', forgotPage, async (aws, made) => {
      const request = { ClientId: made.app, Username: made.email, Password: 'Another-horse-8' };
      const confirm = (ConfirmationCode: string) =>
        aws.publicIdp('ConfirmForgotPassword', { ...request, ConfirmationCode });
      await aws.publicIdp('ForgotPassword', request);
      const code = await aws.code(made.email!, 'ForgotPassword');
      await confirm(code);
      await expect(confirm(code)).rejects.toMatchObject(refusal('ExpiredCode'));
      await aws.publicIdp('ForgotPassword', request);
      for (let tries = 0; tries < 3; tries += 1) {
        await expect(confirm('wrong')).rejects.toMatchObject(
          refusal('CodeMismatch', 'Invalid verification code provided, please try again.'),
        );
      }
      await expect(confirm(await aws.code(made.email!, 'ForgotPassword'))).rejects.toMatchObject(
        refusal('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
      );
    }),
    'AWS allows 5 to 20 tries an hour, by the risk that it sees; here 5.',
  ),
  gap(
    'ForgotPassword: refuses a user without a verified address, and an invited one',
    source.userPools('ForgotPassword'),
    async (aws, made) => {
      const { UserPoolId } = made;
      const forgot = (Username: string) => aws.publicIdp('ForgotPassword', { ClientId: made.app, Username });
      await invite(aws, made, bob, { TemporaryPassword });
      await expect(forgot(bob)).rejects.toMatchObject(
        refusal('NotAuthorized', 'User password cannot be reset in the current state.'),
      );
      await aws.idp('AdminSetUserPassword', { UserPoolId, Username: bob, Password: PASSWORD, Permanent: true });
      await expect(forgot(bob)).rejects.toMatchObject(
        refusal(
          'InvalidParameter',
          'Cannot reset password for the user as there is no registered/verified email or phone_number',
        ),
      );
    },
  ),
  gap(
    'ForgotPassword: by the recovery that the pool prefers',
    source.userPools('AccountRecoverySettingType'),
    async (aws, made) => {
      const { UserPoolId, app, email } = made;
      const RecoveryMechanisms = [{ Name: 'verified_phone_number', Priority: 1 }];
      await aws.idp('UpdateUserPool', { UserPoolId, AccountRecoverySetting: { RecoveryMechanisms } });
      const { CodeDeliveryDetails } = await aws.publicIdp('ForgotPassword', { ClientId: app, Username: email });
      expect(CodeDeliveryDetails).toEqual({
        AttributeName: 'phone_number',
        DeliveryMedium: 'SMS',
        Destination: '+*******0100',
      });
      const admin = { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] };
      await aws.idp('UpdateUserPool', { UserPoolId, AccountRecoverySetting: admin });
      await expect(aws.publicIdp('ForgotPassword', { ClientId: app, Username: email })).rejects.toMatchObject(
        refusal('NotAuthorized', 'Contact administrator to reset password.'),
      );
    },
  ),
];
