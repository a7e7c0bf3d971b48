import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type Behaviour } from './behaviour';
import { PASSWORD } from './sink';

export const operationsBehaviours: readonly Behaviour[] = [
  {
    name: 'a user of a test environment signs in with the password of a parameter',
    prove: async (sink) => {
      const { AuthenticationResult } = await sink.sdk.send(
        new InitiateAuthCommand({
          ClientId: sink.text('watched_client_id'),
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: 'ann@test.example', PASSWORD },
        }),
      );
      expect(AuthenticationResult?.TokenType).toBe('Bearer');
    },
  },
  {
    name: 'an imported pool tells its name',
    prove: async (sink) => {
      expect(sink.text('looked_up_name')).toBe('kitchen-sink');
    },
  },
];
