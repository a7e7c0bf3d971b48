import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { getClient, KMS, KmsKeyringNode } from '@aws-crypto/kms-keyring-node';
import { type Row, source } from '../../testing/conformance';
import { PASSWORD, type PoolsWithTriggers } from './pools';

const customMessage = source.cognitoGuide('user-pool-lambda-custom-message');
const customSender = source.cognitoGuide('user-pool-lambda-custom-sender-triggers');

/** As a custom sender reads the code. */
async function decrypted(pools: PoolsWithTriggers, code: unknown): Promise<string> {
  const clientProvider = getClient(KMS, {
    endpoint: pools.emulator.url,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const keyring = new KmsKeyringNode({ keyIds: [pools.ids.codes!], clientProvider });
  const { plaintext } = await buildDecrypt().decrypt(keyring, Buffer.from(String(code), 'base64'));
  return plaintext.toString();
}

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
    name: 'CustomEmailSender: gets the code encrypted with the pool’s key, and it confirms the user',
    source: customSender,
    prove: async (pools) => {
      const email = pools.newEmail();
      await riddleSignUp(pools, email);
      const [event] = await pools.eventsOf(email, 'CustomEmailSender_SignUp');
      expect(event!.request).toMatchObject({ type: 'customEmailSenderRequestV1', userAttributes: { email } });
      const ConfirmationCode = await decrypted(pools, event!.request.code);
      await pools.ask('ConfirmSignUp', { ClientId: pools.ids.riddles, Username: email, ConfirmationCode });
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
      expect(await decrypted(pools, event!.request.code)).toMatch(/^\d{6}$/);
    },
  },
];
