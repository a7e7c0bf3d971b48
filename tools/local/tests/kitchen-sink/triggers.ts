import {
  type AuthFlowType,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Behaviour } from './behaviour';
import { type KitchenSink, PASSWORD } from './sink';

const begin = (sink: KitchenSink, AuthFlow: AuthFlowType, AuthParameters: Record<string, string>) =>
  sink.sdk.send(new InitiateAuthCommand({ ClientId: sink.text('asking_client_id'), AuthFlow, AuthParameters }));

/** The trigger sources of the events about this user, in order. */
async function sourcesOf(sink: KitchenSink, userName: string): Promise<string[]> {
  // A line of the function's console takes another way than its answer.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return sink.printed.flatMap(({ line }) => {
    const [, event] = /(\{"version".*)$/.exec(line) ?? [];
    if (event === undefined) return [];
    const { triggerSource, ...read } = JSON.parse(event) as {
      triggerSource: string;
      userName: string;
      request: Request;
    };
    return [read.userName, read.request.userAttributes?.email].includes(userName) ? [triggerSource] : [];
  });
}

interface Request {
  readonly userAttributes?: { readonly email?: string };
}

export const triggerBehaviours: readonly Behaviour[] = [
  {
    name: 'a person signs in by a question of ours, asked and checked by the alias of a function',
    prove: async (sink) => {
      const USERNAME = sink.newEmail();
      const user = { UserPoolId: sink.text('user_pool_id'), Username: USERNAME };
      const UserAttributes = [{ Name: 'email', Value: USERNAME }];
      await sink.aws.idp('AdminCreateUser', { ...user, UserAttributes, MessageAction: 'SUPPRESS' });
      await sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
      const { ChallengeName, ChallengeParameters, Session } = await begin(sink, 'CUSTOM_AUTH', { USERNAME });
      expect(ChallengeParameters).toMatchObject({ question: 'What is the answer?' });
      const answer = { ChallengeName, Session, ChallengeResponses: { USERNAME, ANSWER: '42' } };
      const ClientId = sink.text('asking_client_id');
      const { AuthenticationResult } = await sink.sdk.send(new RespondToAuthChallengeCommand({ ClientId, ...answer }));
      expect(AuthenticationResult?.TokenType).toBe('Bearer');
      const sources = ['Define', 'Create', 'Verify'].map((each) => expect.stringContaining(each) as string);
      expect(await sourcesOf(sink, USERNAME)).toEqual(expect.arrayContaining(sources));
    },
  },
  {
    name: 'a person of a former directory signs in, and has an account then',
    prove: async (sink) => {
      const USERNAME = sink.newEmail();
      const parameters = { USERNAME, PASSWORD: 'Old-horse-battery-9' };
      const { AuthenticationResult } = await begin(sink, 'USER_PASSWORD_AUTH', parameters);
      expect(AuthenticationResult?.TokenType).toBe('Bearer');
      await begin(sink, 'USER_PASSWORD_AUTH', parameters);
      const sources = ['UserMigration', 'PreAuthentication', 'PostAuthentication'].map(
        (each) => `${each}_Authentication`,
      );
      expect(await sourcesOf(sink, USERNAME)).toEqual(expect.arrayContaining(sources));
    },
  },
  {
    name: 'a function sends e-mail in the place of Cognito, which asks it before an account is made',
    prove: async (sink) => {
      const Username = sink.newEmail();
      const UserAttributes = [{ Name: 'email', Value: Username }];
      const person = { Username, Password: PASSWORD, UserAttributes };
      await sink.sdk.send(new SignUpCommand({ ClientId: sink.text('sending_client_id'), ...person }));
      expect(await sourcesOf(sink, Username)).toEqual(['PreSignUp_SignUp', 'CustomEmailSender_SignUp']);
    },
  },
];
