import { type Row, source } from '../../testing/conformance';
import { type PoolsWithTriggers } from './pools';

const preAuthentication = source.cognitoGuide('user-pool-lambda-pre-authentication');
const postAuthentication = source.cognitoGuide('user-pool-lambda-post-authentication');
const migration = source.cognitoGuide('user-pool-lambda-migrate-user');

const OLD_PASSWORD = 'Old-horse-battery-9';

const someone = async (pools: PoolsWithTriggers, mode?: string): Promise<string> => {
  const email = pools.newEmail(mode);
  await pools.addUser(pools.ids.greetedPool!, email);
  return email;
};

export const signInTriggers: readonly Row<PoolsWithTriggers>[] = [
  {
    name: 'PreAuthentication gets the metadata of the request as validation data',
    source: preAuthentication,
    prove: async (pools) => {
      const email = await someone(pools);
      await pools.signIn(email, undefined, { ClientMetadata: { device: 'phone' } });
      const [event] = await pools.eventsOf(email, 'PreAuthentication_Authentication');
      expect(event!.request).toMatchObject({
        userAttributes: { email, email_verified: 'true' },
        validationData: { device: 'phone' },
        userNotFound: false,
      });
    },
  },
  {
    name: 'PreAuthentication that throws refuses the sign-in, before the password is looked at',
    source: preAuthentication,
    prove: async (pools) => {
      const email = await someone(pools, 'throws-PreAuthentication');
      await expect(pools.signIn(email, 'wrong')).rejects.toMatchObject({
        code: 'UserLambdaValidationException',
        reason: `PreAuthentication failed with error no ${email}.`,
      });
    },
  },
  {
    name: 'PostAuthentication is called when tokens are about to be made, not after a wrong password',
    source: postAuthentication,
    prove: async (pools) => {
      const email = await someone(pools);
      await expect(pools.signIn(email, 'wrong')).rejects.toMatchObject({ code: 'NotAuthorizedException' });
      expect(await pools.eventsOf(email, 'PostAuthentication_Authentication')).toEqual([]);
      await pools.signIn(email);
      const [event] = await pools.eventsOf(email, 'PostAuthentication_Authentication');
      expect(event!.request).toMatchObject({ userAttributes: { email }, newDeviceUsed: false });
    },
  },
  {
    name: 'PostAuthentication that throws: no tokens',
    source: postAuthentication,
    prove: async (pools) => {
      const email = await someone(pools, 'throws-PostAuthentication');
      await expect(pools.signIn(email)).rejects.toMatchObject({
        code: 'UserLambdaValidationException',
        reason: `PostAuthentication failed with error no ${email}.`,
      });
    },
  },
  {
    name: 'UserMigration: an unknown user signs in with a password that the function accepts, and exists then',
    source: migration,
    prove: async (pools) => {
      const email = pools.newEmail();
      const { AuthenticationResult } = await pools.signIn(email, OLD_PASSWORD, { ClientMetadata: { email } });
      const { UserAttributes } = await pools.ask('GetUser', { AccessToken: AuthenticationResult.AccessToken });
      expect(UserAttributes).toContainEqual({ Name: 'given_name', Value: 'Moved' });
      await pools.signIn(email, OLD_PASSWORD);
      expect(await pools.eventsOf(email, 'UserMigration_Authentication')).toHaveLength(1);
    },
  },
  {
    name: 'UserMigration that refuses the password: no user is made',
    source: migration,
    prove: async (pools) => {
      const email = pools.newEmail();
      await expect(pools.signIn(email, 'Wrong-horse-battery-9')).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: 'Incorrect username or password.',
      });
      const request = { UserPoolId: pools.ids.greetedPool, Username: email };
      await expect(pools.aws.idp('AdminGetUser', request)).rejects.toMatchObject({ code: 'UserNotFoundException' });
    },
  },
  {
    name: 'UserMigration: ForgotPassword of an unknown user sends a code to the migrated user',
    source: migration,
    prove: async (pools) => {
      const email = pools.newEmail();
      await pools.ask('ForgotPassword', {
        ClientId: pools.ids.greeted,
        Username: email,
        ClientMetadata: { email },
      });
      await pools.ask('ConfirmForgotPassword', {
        ClientId: pools.ids.greeted,
        Username: email,
        Password: OLD_PASSWORD,
        ConfirmationCode: (await pools.codeOf(email)).code,
      });
      expect(await pools.signIn(email, OLD_PASSWORD)).toHaveProperty('AuthenticationResult.AccessToken');
      expect(await pools.eventsOf(email, 'UserMigration_ForgotPassword')).toHaveLength(1);
    },
  },
];
