import { type Row, source } from '../../testing/conformance';
import { PASSWORD, type PoolsWithTriggers } from './pools';

const customMessage = source.cognitoGuide('user-pool-lambda-custom-message');
const customSender = source.cognitoGuide('user-pool-lambda-custom-sender-triggers');

const riddleSignUp = (pools: PoolsWithTriggers, email: string) =>
  pools.ask('SignUp', {
    ClientId: pools.ids.riddles,
    Username: email,
    Password: PASSWORD,
    UserAttributes: [{ Name: 'email', Value: email }],
  });

export const messageTriggers: readonly Row<PoolsWithTriggers>[] = [
  {
    name: 'CustomMessage: its text and subject are sent, with the code in the place of {####}',
    source: customMessage,
    prove: async (pools) => {
      const email = pools.newEmail();
      await pools.signUp(email);
      const { code, message, subject } = await pools.codeOf(email);
      expect([message, subject]).toEqual([`SignUp: ${code} for you`, 'Subject of SignUp']);
      const [event] = await pools.eventsOf(email, 'CustomMessage_SignUp');
      expect(event!.request).toMatchObject({
        codeParameter: '{####}',
        usernameParameter: null,
        userAttributes: { email, 'cognito:user_status': 'UNCONFIRMED' },
      });
    },
  },
  {
    name: 'CustomMessage: another source each for a code again, a forgotten password, an attribute',
    source: customMessage,
    prove: async (pools) => {
      const email = pools.newEmail();
      await pools.signUp(email);
      await pools.ask('ResendConfirmationCode', { ClientId: pools.ids.greeted, Username: email });
      expect((await pools.codeOf(email)).message).toMatch(/^ResendCode: /);
      await pools.aws.idp('AdminConfirmSignUp', { UserPoolId: pools.ids.greetedPool, Username: email });
      const { AccessToken } = (await pools.signIn(email)).AuthenticationResult;
      await pools.ask('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });
      expect((await pools.codeOf(email)).message).toMatch(/^VerifyUserAttribute: /);
      const known = pools.newEmail();
      await pools.addUser(pools.ids.greetedPool!, known);
      await pools.ask('ForgotPassword', { ClientId: pools.ids.greeted, Username: known });
      expect((await pools.codeOf(known)).message).toMatch(/^ForgotPassword: /);
    },
  },
  {
    name: 'CustomMessage: an invitation has the user name too',
    source: customMessage,
    prove: async (pools) => {
      const email = pools.newEmail();
      const { User } = await pools.aws.idp('AdminCreateUser', {
        UserPoolId: pools.ids.greetedPool,
        Username: email,
        UserAttributes: [{ Name: 'email', Value: email }],
        DesiredDeliveryMediums: ['EMAIL'],
      });
      const { code, message } = await pools.codeOf(email);
      expect(message).toBe(`AdminCreateUser: ${code} for ${User.Username}`);
    },
  },
  {
    name: 'CustomMessage: a text without the code is an invalid answer',
    source: customMessage,
    prove: async (pools) => {
      await expect(pools.signUp(pools.newEmail('codeless'))).rejects.toMatchObject({
        code: 'InvalidLambdaResponseException',
      });
    },
  },
  {
    name: 'CustomEmailSender: decrypts the code with the right of its role, and it confirms the user',
    source: customSender,
    prove: async (pools) => {
      const email = pools.newEmail();
      await riddleSignUp(pools, email);
      const [event] = await pools.eventsOf(email, 'CustomEmailSender_SignUp');
      expect(event!.request).toMatchObject({ type: 'customEmailSenderRequestV1', userAttributes: { email } });
      expect(event!.request.code).not.toMatch(/^\d{6}$/);
      const ConfirmationCode = event!.decrypted;
      await pools.ask('ConfirmSignUp', { ClientId: pools.ids.riddles, Username: email, ConfirmationCode });
    },
  },
  {
    name: 'CustomEmailSender: gets a temporary password that is escaped as HTML',
    source: customSender,
    prove: async (pools) => {
      const email = pools.newEmail();
      const TemporaryPassword = '<Correct&horse>9';
      await pools.aws.idp('AdminCreateUser', {
        UserPoolId: pools.ids.riddlesPool,
        Username: email,
        TemporaryPassword,
        UserAttributes: [{ Name: 'email', Value: email }],
        DesiredDeliveryMediums: ['EMAIL'],
      });
      const [event] = await pools.eventsOf(email, 'CustomEmailSender_AdminCreateUser');
      expect(event!.decrypted).toBe('&lt;Correct&amp;horse&gt;9');
    },
  },
  {
    name: 'CustomEmailSender: is called and not waited for, so one that fails fails no operation',
    source: source.cognitoGuide('cognito-user-pools-working-with-lambda-triggers'),
    prove: async (pools) => {
      const email = pools.newEmail('fails');
      expect(await riddleSignUp(pools, email)).toMatchObject({ UserConfirmed: false });
      expect(await pools.eventsOf(email, 'CustomEmailSender_SignUp')).toHaveLength(1);
    },
  },
  {
    name: 'CustomSMSSender: gets the code of a phone number',
    source: source.cognitoGuide('user-pool-lambda-custom-sms-sender'),
    prove: async (pools) => {
      const email = pools.newEmail();
      const UserPoolId = pools.ids.riddlesPool!;
      await pools.addUser(UserPoolId, email);
      const phone = { phone_number: '+4915112345678', phone_number_verified: 'true' };
      await pools.aws.idp('AdminUpdateUserAttributes', {
        UserPoolId,
        Username: email,
        UserAttributes: Object.entries(phone).map(([Name, Value]) => ({ Name, Value })),
      });
      await pools.ask('ForgotPassword', { ClientId: pools.ids.riddles, Username: email });
      const [event] = await pools.eventsOf(email, 'CustomSMSSender_ForgotPassword');
      expect(event!.request.type).toBe('customSMSSenderRequestV1');
      expect(event!.decrypted).toMatch(/^\d{6}$/);
    },
  },
];
