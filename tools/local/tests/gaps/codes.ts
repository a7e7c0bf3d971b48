import { request } from 'node:http';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { accessToken, invite, PASSWORD, poolWith, refusal, setMfa } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const update = source.userPools('UpdateUserAttributes');
const confirmPage = source.userPools('ConfirmSignUp');
const Username = 'new@example.com';
const next = 'ada.lovelace@example.com';

const signUp = (aws: Aws, made: Made, more: object = {}) =>
  aws.publicIdp('SignUp', { ClientId: made.app, Username, Password: PASSWORD, ...more });
const confirm = (aws: Aws, made: Made, ConfirmationCode: string) =>
  aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username, ConfirmationCode });
const attributesOf = async (aws: Aws, { UserPoolId, email }: Made, Username = email) => {
  const { UserAttributes } = await aws.idp('AdminGetUser', { UserPoolId, Username });
  return Object.fromEntries(UserAttributes.map(({ Name, Value }: { Name: string; Value: string }) => [Name, Value]));
};
const change = async (aws: Aws, made: Made, Name: string, Value: string) =>
  aws.publicIdp('UpdateUserAttributes', {
    AccessToken: await accessToken(aws, made),
    UserAttributes: [{ Name, Value }],
  });

/** The status that the endpoint answers to a request with these headers, which fetch would not send. */
const codesStatus = (aws: Aws, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(`${aws.url}/moto-api/gatehouse/codes`, { method, headers }, (response) => {
      response.resume();
      const open = response.headers['access-control-allow-origin'];
      if (open !== undefined) reject(new Error(`CORS lets ${open} read the codes`));
      resolve(response.statusCode!);
    });
    sent.on('error', reject).end();
  });

/** Signing up, changing attributes, and the codes of both. */
export const codes: IdentityGap[] = [
  gap('SignUp: says where the code went', source.userPools('SignUp'), async (aws, made) => {
    expect(await signUp(aws, made)).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      Session: expect.any(String),
    });
    expect((await aws.codes(Username, 'SignUp'))[0]).toMatchObject({
      subject: 'Your verification code',
      message: expect.stringMatching(/^Your verification code is \d{6}/),
    });
  }),
  gap(
    'SignUp: the password is held to the policy, attributes to the schema',
    source.userPools('SignUp'),
    async (aws, made) => {
      await expect(signUp(aws, made, { Password: 'Short-1' })).rejects.toMatchObject(
        refusal('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
      );
      const UserAttributes = [{ Name: 'custom:unknown', Value: 'x' }];
      await expect(signUp(aws, made, { UserAttributes })).rejects.toMatchObject(refusal('InvalidParameter'));
      await expect(signUp(aws, made, { Username: 'no-address' })).rejects.toMatchObject(
        refusal('InvalidParameter', 'Username should be an email.'),
      );
    },
  ),
  gap(
    'SignUp: nobody verifies their own address, or writes what the client may not',
    source.cognitoGuide('user-pool-settings-attributes'),
    async (aws, made) => {
      const no = refusal('NotAuthorized', 'A client attempted to write unauthorized attribute');
      const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
      await expect(signUp(aws, made, { UserAttributes })).rejects.toMatchObject(no);
      const body = { UserPoolId: made.UserPoolId, ClientName: 'narrow', WriteAttributes: ['email'] };
      const { UserPoolClient } = await aws.idp('CreateUserPoolClient', body);
      const name = [{ Name: 'given_name', Value: 'Ada' }];
      await expect(
        signUp(aws, made, { ClientId: UserPoolClient.ClientId, UserAttributes: name }),
      ).rejects.toMatchObject(no);
    },
  ),
  gap('A user who is not confirmed does not sign in', source.userPools('InitiateAuth'), async (aws, made) => {
    await signUp(aws, made);
    const attempt = (password: string) =>
      aws.publicIdp('InitiateAuth', {
        ClientId: made.app,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: password },
      });
    await expect(attempt(PASSWORD)).rejects.toMatchObject(refusal('UserNotConfirmed', 'User is not confirmed.'));
    await expect(attempt('wrong')).rejects.toMatchObject(refusal('NotAuthorized'));
    const choose = { USERNAME: Username, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD };
    await expect(
      aws.publicIdp('InitiateAuth', { ClientId: made.app, AuthFlow: 'USER_AUTH', AuthParameters: choose }),
    ).rejects.toMatchObject(refusal('UserNotConfirmed'));
  }),
  gap('ConfirmSignUp: a code lives a day', confirmPage, async (aws, made) => {
    await signUp(aws, made);
    const code = await aws.code(Username, 'SignUp');
    await aws.wait(86_401);
    await expect(confirm(aws, made, code)).rejects.toMatchObject(
      refusal('ExpiredCode', 'Invalid code provided, please request a code again.'),
    );
  }),
  gap('ConfirmSignUp: a guess is refused after fifteen tries of an hour', confirmPage, async (aws, made) => {
    await signUp(aws, made);
    const code = await aws.code(Username, 'SignUp');
    for (let tries = 0; tries < 15; tries += 1) {
      await expect(confirm(aws, made, 'wrong')).rejects.toMatchObject(
        refusal('CodeMismatch', 'Invalid verification code provided, please try again.'),
      );
    }
    await expect(confirm(aws, made, code)).rejects.toMatchObject(refusal('LimitExceeded'));
    await aws.wait(3_601);
    await confirm(aws, made, code);
  }),
  gap(
    'ResendConfirmationCode: the old code is gone, and the sixth of an hour is refused',
    source.userPools('ResendConfirmationCode'),
    async (aws, made) => {
      await signUp(aws, made);
      const first = await aws.code(Username, 'SignUp');
      const resend = () => aws.publicIdp('ResendConfirmationCode', { ClientId: made.app, Username });
      for (let times = 0; times < 5; times += 1) await resend();
      await expect(resend()).rejects.toMatchObject(refusal('LimitExceeded'));
      await expect(confirm(aws, made, first)).rejects.toMatchObject(refusal('CodeMismatch'));
      await confirm(aws, made, await aws.code(Username, 'ResendCode'));
      await expect(resend()).rejects.toMatchObject(refusal('InvalidParameter', 'User is already confirmed.'));
    },
  ),
  identityGapsFrom(poolWith({ UsernameAttributes: undefined, AliasAttributes: ['email'] }, {}, 'ada'))(
    'An alias belongs to one user: ConfirmSignUp refuses a second, unless forced',
    source.cognitoGuide('user-pool-settings-attributes'),
    async (aws, made) => {
      const UserAttributes = [{ Name: 'email', Value: next }];
      const verified = [...UserAttributes, { Name: 'email_verified', Value: 'true' }];
      await invite(aws, made, 'first', { MessageAction: 'SUPPRESS', UserAttributes: verified });
      await aws.publicIdp('SignUp', { ClientId: made.app, Username: 'second', Password: PASSWORD, UserAttributes });
      const ConfirmationCode = await aws.code('second', 'SignUp');
      const send = (more: object) =>
        aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username: 'second', ConfirmationCode, ...more });
      await expect(send({})).rejects.toMatchObject(refusal('AliasExists', 'An account with the email already exists.'));
      await send({ ForceAliasCreation: true });
      expect((await attributesOf(aws, made, 'first')).email_verified).toBe('false');
      expect((await aws.idp('AdminGetUser', { UserPoolId: made.UserPoolId, Username: next })).Username).toBe('second');
    },
  ),
  gap('UpdateUserAttributes: a new address is not verified, and is sent a code', update, async (aws, made) => {
    const AccessToken = await accessToken(aws, made);
    const UserAttributes = [{ Name: 'email', Value: next }];
    const { CodeDeliveryDetailsList } = await aws.publicIdp('UpdateUserAttributes', { AccessToken, UserAttributes });
    expect(CodeDeliveryDetailsList).toEqual([
      { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    ]);
    expect(await attributesOf(aws, made, next)).toMatchObject({ email: next, email_verified: 'false' });
    const verify = (Code: string) =>
      aws.publicIdp('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
    await expect(verify('wrong')).rejects.toMatchObject(refusal('CodeMismatch'));
    await verify(await aws.code(next, 'UpdateUserAttribute'));
    expect(await attributesOf(aws, made, next)).toMatchObject({ email_verified: 'true' });
  }),
  gap(
    'UpdateUserAttributes: the old address stays until the new one is verified, where the pool says so',
    update,
    async (aws, made) => {
      const { UserPoolId } = made;
      const UserAttributeUpdateSettings = { AttributesRequireVerificationBeforeUpdate: ['email'] };
      await aws.idp('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'], UserAttributeUpdateSettings });
      const AccessToken = await accessToken(aws, made);
      await change(aws, made, 'email', next);
      expect(await attributesOf(aws, made)).toMatchObject({ email: made.email, email_verified: 'true' });
      const Code = await aws.code(next, 'UpdateUserAttribute');
      await aws.publicIdp('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
      expect(await attributesOf(aws, made, next)).toMatchObject({ email: next, email_verified: 'true' });
    },
  ),
  gap('UpdateUserAttributes: refuses the address of another user', update, async (aws, made) => {
    await invite(aws, made, next, { MessageAction: 'SUPPRESS' });
    await expect(change(aws, made, 'email', next)).rejects.toMatchObject(
      refusal('AliasExists', 'An account with the email already exists.'),
    );
  }),
  gap('UpdateUserAttributes: refuses what only a code verifies', update, async (aws, made) => {
    await expect(change(aws, made, 'phone_number_verified', 'true')).rejects.toMatchObject(
      refusal('NotAuthorized', 'A client attempted to write unauthorized attribute'),
    );
  }),
  gap('GetUserAttributeVerificationCode', source.userPools('GetUserAttributeVerificationCode'), async (aws, made) => {
    const AccessToken = await accessToken(aws, made);
    await aws.idp('AdminUpdateUserAttributes', {
      UserPoolId: made.UserPoolId,
      Username: made.email,
      UserAttributes: [{ Name: 'phone_number', Value: '+15550199' }],
    });
    expect(await attributesOf(aws, made)).toMatchObject({ phone_number_verified: 'false' });
    const AttributeName = 'phone_number';
    const asked = await aws.publicIdp('GetUserAttributeVerificationCode', { AccessToken, AttributeName });
    expect(asked.CodeDeliveryDetails).toEqual({ AttributeName, DeliveryMedium: 'SMS', Destination: '+*******0199' });
    const Code = await aws.code(made.email!, 'VerifyUserAttribute');
    await aws.wait(86_401);
    await expect(aws.publicIdp('VerifyUserAttribute', { AccessToken, AttributeName, Code })).rejects.toMatchObject(
      refusal('ExpiredCode'),
    );
  }),
  gap('DeleteUserAttributes', source.userPools('DeleteUserAttributes'), async (aws, made) => {
    await change(aws, made, 'nickname', 'Countess');
    const AccessToken = await accessToken(aws, made);
    await aws.publicIdp('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['nickname'] });
    expect(await attributesOf(aws, made)).not.toHaveProperty('nickname');
  }),
  gap('Messages are those of the pool', source.userPools('VerificationMessageTemplateType'), async (aws, made) => {
    const { UserPoolId } = made;
    const message = { EmailVerificationSubject: 'Welcome', EmailVerificationMessage: 'Hello, {####} is yours' };
    await aws.idp('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'], ...message });
    await signUp(aws, made);
    const [sent] = await aws.codes(Username, 'SignUp');
    expect(sent).toMatchObject({ subject: 'Welcome', message: `Hello, ${sent!.code} is yours` });
  }),
  {
    ...gap('Codes are sent', source.cognitoGuide('user-pool-settings-mfa-sms-email-message'), async (aws, made) => {
      await setMfa(aws, made, 'OPTIONAL');
      await signUp(aws, made);
      expect((await aws.codes(Username, 'SignUp'))[0]).toMatchObject({
        by: 'EMAIL',
        to: Username,
        username: expect.any(String),
      });
      expect(await codesStatus(aws, {})).toBe(200);
      expect(await codesStatus(aws, { origin: 'https://evil.example.com' })).toBe(403);
      expect(await codesStatus(aws, { origin: 'null' })).toBe(403);
      expect(await codesStatus(aws, { 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await codesStatus(aws, { 'sec-fetch-site': 'same-origin' })).toBe(403);
      expect(await codesStatus(aws, { host: 'evil.example.com' })).toBe(403);
      const preflight = { origin: 'https://evil.example.com', 'access-control-request-method': 'GET' };
      expect(await codesStatus(aws, preflight, 'OPTIONS')).toBe(403);
    }),
    differs: 'Nothing leaves this machine: codes are printed, and a local endpoint answers them to no web page.',
  },
];
