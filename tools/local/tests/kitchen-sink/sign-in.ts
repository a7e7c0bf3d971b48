import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type Behaviour } from './behaviour';
import { PASSWORD } from './sink';

export const signInBehaviours: readonly Behaviour[] = [
  {
    name: 'a person signs in with a password',
    prove: async (sink) => {
      const Username = sink.newEmail();
      const user = { UserPoolId: sink.text('user_pool_id'), Username };
      await sink.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
      await sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
      const { AuthenticationResult } = await sink.sdk.send(
        new InitiateAuthCommand({
          ClientId: sink.text('app_client_id'),
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: Username, PASSWORD },
        }),
      );
      expect(AuthenticationResult?.TokenType).toBe('Bearer');
    },
  },
];
