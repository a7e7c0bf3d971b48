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

/** Temporary passwords, and those that take their place. */
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
