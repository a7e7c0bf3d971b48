import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { PASSWORD, poolWith, refusal } from './sign-in-kit';

const Schema = [{ Name: 'tenant', AttributeDataType: 'String', Mutable: true }];
const gap = identityGapsFrom(poolWith({ Schema }));
const confirmPage = source.userPools('ConfirmSignUp');
const Username = 'new@example.com';
const signUp = (aws: Aws, made: Made, more: object = {}) =>
  aws.publicIdp('SignUp', { ClientId: made.app, Username, Password: PASSWORD, ...more });
const confirm = (aws: Aws, made: Made, ConfirmationCode: string) =>
  aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username, ConfirmationCode });
/** Signing up, and the code that confirms it. */
export const signUps: IdentityGap[] = [
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
      // A client without a list writes custom attributes too.
      await signUp(aws, made, { UserAttributes: [{ Name: 'custom:tenant', Value: 'acme' }] });
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
];
