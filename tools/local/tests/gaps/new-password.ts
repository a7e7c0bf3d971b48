import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { answer, initiate, invite, PASSWORD, poolWith, refusal, withPassword, WRONG_PASSWORD } from './sign-in-kit';

const withName = {
  Schema: [
    { Name: 'email', Required: true },
    { Name: 'given_name', Required: true, Mutable: true },
  ],
};
const gap = identityGapsFrom(poolWith());
const respond = source.userPools('RespondToAuthChallenge');
const create = source.userPools('AdminCreateUser');
const forgotPage = source.userPools('ConfirmForgotPassword');
const bob = 'bob@example.com';
const TemporaryPassword = 'Temporary-horse-1';
const confirmed = { UserStatus: 'CONFIRMED' };

const asBob = (made: Made) => ({ ...made, email: bob });
const userOf = (aws: Aws, { UserPoolId }: Made, Username: string) => aws.idp('AdminGetUser', { UserPoolId, Username });

/** Asks an invited user for the new password. */
async function invited(aws: Aws, made: Made) {
  await invite(aws, made, bob, { TemporaryPassword, UserAttributes: [{ Name: 'given_name', Value: 'Bob' }] });
  return withPassword(aws, asBob(made), { PASSWORD: TemporaryPassword });
}

/** What happens to passwords that are temporary, reset or forgotten. */
export const newPassword: IdentityGap[] = [
  gap('NEW_PASSWORD_REQUIRED: lists the attributes that are there', respond, async (aws, made) => {
    const { ChallengeName, ChallengeParameters } = await invited(aws, made);
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect(JSON.parse(ChallengeParameters.userAttributes)).toEqual({ email: bob, given_name: 'Bob' });
    expect(JSON.parse(ChallengeParameters.requiredAttributes)).toEqual([]);
  }),
  gap('NEW_PASSWORD_REQUIRED: the new password signs in, and is the password then', respond, async (aws, made) => {
    const asked = await invited(aws, made);
    const signedIn = await answer(aws, asBob(made), asked, { NEW_PASSWORD: PASSWORD });
    expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
    expect((await withPassword(aws, asBob(made))).AuthenticationResult.TokenType).toBe('Bearer');
    expect(await userOf(aws, made, bob)).toMatchObject(confirmed);
    await expect(answer(aws, asBob(made), asked, { NEW_PASSWORD: PASSWORD })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    );
  }),
  gap('NEW_PASSWORD_REQUIRED: a password that the policy refuses keeps the session', respond, async (aws, made) => {
    const asked = await invited(aws, made);
    for (const [password, why] of [
      ['Short-1', 'Password not long enough'],
      ['correct-horse-9', 'Password must have uppercase characters'],
      ['CORRECT-HORSE-9', 'Password must have lowercase characters'],
      ['Correct-horse', 'Password must have numeric characters'],
      ['Correcthorse9', 'Password must have symbol characters'],
    ]) {
      await expect(answer(aws, asBob(made), asked, { NEW_PASSWORD: password })).rejects.toMatchObject(
        refusal('InvalidPassword', `Password did not conform with policy: ${why}`),
      );
    }
    await answer(aws, asBob(made), asked, { NEW_PASSWORD: PASSWORD });
  }),
  gap('NEW_PASSWORD_REQUIRED: an attribute that is there cannot be given again', respond, async (aws, made) => {
    const asked = await invited(aws, made);
    const responses = { NEW_PASSWORD: PASSWORD, 'userAttributes.given_name': 'Robert' };
    await expect(answer(aws, asBob(made), asked, responses)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Cannot modify an already provided given_name'),
    );
  }),
  identityGapsFrom(poolWith(withName))(
    'NEW_PASSWORD_REQUIRED: asks for what the schema requires and the invitation left out',
    create,
    async (aws, made) => {
      await invite(aws, made, bob, { TemporaryPassword });
      const asked = await withPassword(aws, asBob(made), { PASSWORD: TemporaryPassword });
      expect(JSON.parse(asked.ChallengeParameters.requiredAttributes)).toEqual(['userAttributes.given_name']);
      const send = (more: object) => answer(aws, asBob(made), asked, { NEW_PASSWORD: PASSWORD, ...more });
      await expect(send({})).rejects.toMatchObject(
        refusal('InvalidParameter', 'Invalid attributes given, given_name is missing'),
      );
      const signedIn = await send({ 'userAttributes.given_name': 'Bob' });
      expect(signedIn.AuthenticationResult.TokenType).toBe('Bearer');
      expect((await userOf(aws, made, bob)).UserAttributes).toContainEqual({ Name: 'given_name', Value: 'Bob' });
    },
  ),
  gap('A temporary password is good for seven days', source.userPools('PasswordPolicyType'), async (aws, made) => {
    await invite(aws, made, bob, { TemporaryPassword });
    await aws.wait(7 * 86_400 + 1);
    await expect(withPassword(aws, asBob(made), { PASSWORD: TemporaryPassword })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Temporary password has expired and must be reset by an administrator.'),
    );
    await invite(aws, made, bob, { MessageAction: 'RESEND', TemporaryPassword });
    const asked = await withPassword(aws, asBob(made), { PASSWORD: TemporaryPassword });
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  }),
  gap('AdminCreateUser: makes up a temporary password and sends it', create, async (aws, made) => {
    await invite(aws, made, bob, { DesiredDeliveryMediums: ['EMAIL'] });
    const [sent] = await aws.codes(bob, 'AdminCreateUser');
    expect(sent!.message).toContain(`temporary password is ${sent!.code}`);
    const asked = await withPassword(aws, asBob(made), { PASSWORD: sent!.code });
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  }),
  gap(
    'AdminCreateUser: refuses a temporary password that the policy refuses, and a taken name',
    create,
    async (aws, made) => {
      await expect(invite(aws, made, bob, { TemporaryPassword: 'short' })).rejects.toMatchObject(
        refusal('InvalidPassword'),
      );
      await expect(invite(aws, made, made.email!)).rejects.toMatchObject(
        refusal('UsernameExists', 'An account with the given email already exists.'),
      );
      await expect(invite(aws, made, made.email!, { MessageAction: 'RESEND' })).rejects.toMatchObject(
        refusal('UnsupportedUserState'),
      );
    },
  ),
  gap('AdminCreateUser: without a password in a pool whose users sign in with codes', create, async (aws, made) => {
    const { UserPoolId } = made;
    const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] };
    await aws.idp('UpdateUserPool', { UserPoolId, Policies: { SignInPolicy } });
    const { User } = await invite(aws, made, bob, { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] });
    expect(User.UserStatus).toBe('CONFIRMED');
    await expect(withPassword(aws, asBob(made))).rejects.toMatchObject(WRONG_PASSWORD);
  }),
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
  gap(
    'PasswordHistorySize: the last passwords are refused',
    source.userPools('PasswordPolicyType'),
    async (aws, made) => {
      const { UserPoolId, email } = made;
      const PasswordPolicy = { MinimumLength: 8, PasswordHistorySize: 2 };
      await aws.idp('UpdateUserPool', { UserPoolId, Policies: { PasswordPolicy } });
      const set = (Password: string) => aws.idp('AdminSetUserPassword', { UserPoolId, Username: email, Password });
      await set('Another-horse-8');
      await expect(set(PASSWORD)).rejects.toMatchObject(refusal('PasswordHistoryPolicyViolation'));
      await set('Third-horse-7');
      await set(PASSWORD);
    },
  ),
  gap('USER_AUTH with a temporary password asks for a new one', respond, async (aws, made) => {
    await invite(aws, made, bob, { TemporaryPassword });
    const asked = await initiate(aws, made.app, 'USER_AUTH', {
      USERNAME: bob,
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: TemporaryPassword,
    });
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  }),
];
