import { type Row, source } from '../../testing/conformance';
import { PASSWORD, type PoolsWithTriggers } from './pools';

type TriggerRow = Row<PoolsWithTriggers>;

const preSignUp = source.cognitoGuide('user-pool-lambda-pre-sign-up');
const postConfirmation = source.cognitoGuide('user-pool-lambda-post-confirmation');
const triggers = source.cognitoGuide('cognito-user-pools-working-with-lambda-triggers');

const statusOf = async (pools: PoolsWithTriggers, Username: string) =>
  (await pools.aws.idp('AdminGetUser', { UserPoolId: pools.ids.greetedPool, Username })).UserStatus as string;

/** A function that fails: the error of the operation. */
const fails = (mode: string, code: string, reason: RegExp, name: string, page: string): TriggerRow => ({
  name,
  source: page,
  prove: async (pools) => {
    const email = pools.newEmail(`${mode}-PreSignUp`);
    await expect(pools.signUp(email)).rejects.toMatchObject({
      code,
      reason: expect.stringMatching(reason) as string,
    });
    await expect(statusOf(pools, email)).rejects.toMatchObject({ code: 'UserNotFoundException' });
  },
});

export const signUpTriggers: readonly TriggerRow[] = [
  {
    name: 'SignUp: the function gets the documented event, before there is a user',
    source: preSignUp,
    prove: async (pools) => {
      const email = pools.newEmail();
      const ClientMetadata = { campaign: 'spring' };
      const { UserSub } = await pools.signUp(email, {
        ValidationData: [{ Name: 'invitation', Value: '42' }],
        ClientMetadata,
      });
      expect(await pools.eventsOf(email, 'PreSignUp_SignUp')).toEqual([
        {
          version: '1',
          triggerSource: 'PreSignUp_SignUp',
          region: 'eu-west-1',
          userPoolId: pools.ids.greetedPool,
          userName: UserSub,
          callerContext: { awsSdkVersion: expect.any(String), clientId: pools.ids.greeted },
          request: {
            userAttributes: { email, given_name: 'Ada' },
            validationData: { invitation: '42' },
            clientMetadata: ClientMetadata,
          },
          response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
        },
      ]);
    },
  },
  {
    name: 'SignUp: the function may confirm the user and verify the address',
    source: preSignUp,
    prove: async (pools) => {
      const email = pools.newEmail('auto');
      expect(await pools.signUp(email)).toMatchObject({ UserConfirmed: true });
      const { AuthenticationResult } = await pools.signIn(email);
      const { UserAttributes } = await pools.ask('GetUser', { AccessToken: AuthenticationResult.AccessToken });
      expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
      expect(await pools.eventsOf(email, 'PostConfirmation_ConfirmSignUp')).toHaveLength(1);
    },
  },
  fails(
    'throws',
    'UserLambdaValidationException',
    /^PreSignUp failed with error no user\d+\+throws-PreSignUp@example\.com\.$/,
    'A function that throws: UserLambdaValidationException with its message, and no user is made',
    triggers,
  ),
  fails(
    'exits',
    'UnexpectedLambdaException',
    /^PreSignUp invocation failed due to error .+/,
    'A function that crashes: UnexpectedLambdaException',
    triggers,
  ),
  fails(
    'hangs',
    'UnexpectedLambdaException',
    /^PreSignUp invocation failed due to error .*timed out after 5\.00 seconds/,
    'A function that takes longer than five seconds: UnexpectedLambdaException, whatever its own timeout is',
    triggers,
  ),
  fails(
    'nonsense',
    'InvalidLambdaResponseException',
    /^Unrecognizable lambda output$/,
    'A function that does not return the event: InvalidLambdaResponseException',
    triggers,
  ),
  {
    name: 'A function that has no permission for this pool is not called',
    source: source.cognitoGuide('cognito-user-pools-working-with-lambda-triggers'),
    prove: async (pools) => {
      const signUp = { ClientId: pools.ids.forbidden, Username: 'nobody', Password: PASSWORD };
      await expect(pools.ask('SignUp', signUp)).rejects.toMatchObject({
        code: 'UnexpectedLambdaException',
        reason: expect.stringContaining('AccessDeniedException') as string,
      });
      expect(await pools.eventsOf('nobody', 'PreSignUp_SignUp')).toEqual([]);
    },
  },
  {
    name: 'The function has the credentials of its role, and the emulator’s endpoint',
    source: source.lambdaGuide('lambda-intro-execution-role'),
    prove: async (pools) => {
      await pools.signUp(pools.newEmail());
      const { accessKeyId, endpoint } = pools.environments.at(-1)!;
      expect(endpoint).toBe(pools.emulator.url);
      expect(await pools.emulator.internal('caller', { accessKeyId })).toMatchObject({
        principal: { arn: 'arn:aws:sts::123456789012:assumed-role/function/function' },
      });
    },
  },
  {
    name: 'AdminCreateUser: the function is called, and what it would confirm is not',
    source: preSignUp,
    prove: async (pools) => {
      const email = pools.newEmail('auto');
      const { User } = await pools.aws.idp('AdminCreateUser', {
        UserPoolId: pools.ids.greetedPool,
        Username: email,
        UserAttributes: [{ Name: 'email', Value: email }],
      });
      expect(User.UserStatus).toBe('FORCE_CHANGE_PASSWORD');
      const events = await pools.eventsOf(email, 'PreSignUp_AdminCreateUser');
      expect(events.map(({ callerContext }) => callerContext.clientId)).toEqual(['CLIENT_ID_NOT_APPLICABLE']);
    },
  },
  {
    name: 'ConfirmSignUp: PostConfirmation gets the attributes with the status, once',
    source: postConfirmation,
    prove: async (pools) => {
      const email = pools.newEmail();
      const { UserSub } = await pools.signUp(email);
      const { code } = await pools.codeOf(email);
      const request = { ClientId: pools.ids.greeted, Username: email, ConfirmationCode: code };
      await pools.ask('ConfirmSignUp', { ...request, ClientMetadata: { step: '2' } });
      const events = await pools.eventsOf(email, 'PostConfirmation_ConfirmSignUp');
      expect(events.map(({ request, userName }) => [userName, request])).toEqual([
        [
          UserSub,
          {
            userAttributes: {
              sub: UserSub,
              email,
              email_verified: 'true',
              given_name: 'Ada',
              'cognito:user_status': 'CONFIRMED',
            },
            clientMetadata: { step: '2' },
          },
        ],
      ]);
    },
  },
  {
    name: 'ConfirmSignUp: a PostConfirmation that throws fails the operation, and the user stays confirmed',
    source: postConfirmation,
    prove: async (pools) => {
      const email = pools.newEmail('throws-PostConfirmation');
      await pools.signUp(email);
      const { code } = await pools.codeOf(email);
      const request = { ClientId: pools.ids.greeted, Username: email, ConfirmationCode: code };
      await expect(pools.ask('ConfirmSignUp', request)).rejects.toMatchObject({
        code: 'UserLambdaValidationException',
        reason: `PostConfirmation failed with error no ${email}.`,
      });
      expect(await statusOf(pools, email)).toBe('CONFIRMED');
    },
  },
  {
    name: 'ConfirmForgotPassword: PostConfirmation is called with its own source',
    source: postConfirmation,
    prove: async (pools) => {
      const email = pools.newEmail();
      await pools.addUser(pools.ids.greetedPool!, email);
      await pools.ask('ForgotPassword', { ClientId: pools.ids.greeted, Username: email });
      await pools.ask('ConfirmForgotPassword', {
        ClientId: pools.ids.greeted,
        Username: email,
        Password: `${PASSWORD}!`,
        ConfirmationCode: (await pools.codeOf(email)).code,
      });
      expect(await pools.eventsOf(email, 'PostConfirmation_ConfirmForgotPassword')).toHaveLength(1);
    },
  },
];
