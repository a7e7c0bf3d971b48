import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';
import { type Behaviour } from './behaviour';
import { type KitchenSink, PASSWORD, REGION } from './sink';

export const identityPoolBehaviours: readonly Behaviour[] = [
  {
    name: 'rules give people the role of their claim',
    prove: async (sink) => {
      expect(await roleOf(sink, 'by_rules_client_id', 'ann@acme.example')).toBe('kitchen-sink-people-acme');
    },
  },
  {
    name: 'who is in a group has its role',
    prove: async (sink) => {
      const email = sink.newEmail();
      const join = () =>
        sink.aws.idp('AdminAddUserToGroup', {
          UserPoolId: sink.text('user_pool_id'),
          GroupName: 'with-role',
          Username: email,
        });
      expect(await roleOf(sink, 'by_token_client_id', email, join)).toBe('kitchen-sink-people-group');
    },
  },
  {
    name: 'who is in no group has the role of everyone who is signed in',
    prove: async (sink) => {
      expect(await roleOf(sink, 'by_token_client_id', sink.newEmail())).toBe('kitchen-sink-people-authenticated');
    },
  },
  {
    name: 'guests have a role of their own',
    prove: async (sink) => {
      expect(await roleWith(sink, {})).toBe('kitchen-sink-people-guest');
    },
  },
  {
    name: 'the classic flow is off',
    prove: async (sink) => {
      const pool = await sink.aws.identity('DescribeIdentityPool', { IdentityPoolId: sink.text('identity_pool_id') });
      expect(pool).toMatchObject({ AllowClassicFlow: false, DeveloperProviderName: 'login.acme.app' });
    },
  },
];

/** The name of the role that a new person gets through a client. */
async function roleOf(
  sink: KitchenSink,
  client: string,
  Username: string,
  prepare: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string | undefined> {
  const UserPoolId = sink.text('user_pool_id');
  await sink.aws.idp('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' });
  await sink.aws.idp('AdminSetUserPassword', { UserPoolId, Username, Password: PASSWORD, Permanent: true });
  await prepare();
  const { AuthenticationResult } = await sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text(client),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD },
    }),
  );
  const issuer = `cognito-idp.${REGION}.amazonaws.com/${UserPoolId}`;
  return roleWith(sink, { [issuer]: AuthenticationResult!.IdToken! });
}

async function roleWith(sink: KitchenSink, logins: Record<string, string>): Promise<string | undefined> {
  const place = { region: REGION, endpoint: sink.emulator.url };
  const credentials = fromCognitoIdentityPool({
    identityPoolId: sink.text('identity_pool_id'),
    logins,
    clientConfig: place,
  });
  const { Arn } = await new STSClient({ ...place, credentials }).send(new GetCallerIdentityCommand({}));
  return Arn?.split('/')[1];
}
