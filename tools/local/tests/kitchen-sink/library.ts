import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js';
import { totp } from '../gaps/sign-in-kit';
import { type Behaviour } from './behaviour';
import { addUser, signInByLibrary } from './people';
import { type KitchenSink, PASSWORD } from './sink';

const userOf = (sink: KitchenSink, Username: string, client: string) => {
  const ids = { UserPoolId: sink.text('user_pool_id'), ClientId: sink.text(client) };
  return new CognitoUser({ Username, Pool: new CognitoUserPool({ ...ids, endpoint: sink.emulator.url }) });
};

type Callbacks = Pick<IAuthenticationCallback, 'onSuccess' | 'onFailure'>;

const session = (begin: (callbacks: Callbacks) => void) =>
  new Promise<CognitoUserSession>((onSuccess, onFailure) => begin({ onSuccess, onFailure }));

const signIn = (user: CognitoUser): Promise<CognitoUserSession> => {
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password: PASSWORD });
  return session((callbacks) => user.authenticateUser(details, callbacks));
};

const refreshed = (user: CognitoUser, before: CognitoUserSession) =>
  new Promise<CognitoUserSession>((resolve, reject) => {
    user.refreshSession(before.getRefreshToken(), (error: unknown, next: CognitoUserSession) =>
      error ? reject(error as Error) : resolve(next),
    );
  });

/** Answers the question of the pool's functions until an answer is right. */
function answerQuestion(user: CognitoUser, answers: string[], asked: string[]): Promise<CognitoUserSession> {
  user.setAuthenticationFlowType('CUSTOM_AUTH');
  return session((callbacks) => {
    const answering: IAuthenticationCallback = {
      ...callbacks,
      customChallenge: ({ question }: { readonly question: string }) => {
        asked.push(question);
        user.sendCustomChallengeAnswer(answers.shift(), answering);
      },
    };
    user.initiateAuth(new AuthenticationDetails({ Username: user.getUsername() }), answering);
  });
}

/** Sets up an app for codes. @returns the secret that it has */
async function enrol(sink: KitchenSink, user: CognitoUser): Promise<string> {
  const secret = await new Promise<string>((associateSecretCode, onFailure) =>
    user.associateSoftwareToken({ associateSecretCode, onFailure }),
  );
  const code = await totp(sink.aws, secret, -1);
  await session((callbacks) => user.verifySoftwareToken(code, 'phone', callbacks));
  await new Promise<void>((resolve, reject) => {
    user.setUserMfaPreference(null, { Enabled: true, PreferredMfa: true }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
  return secret;
}

/** What older applications sign in with. Of e-mail as a second factor, passkeys and refresh tokens that rotate it knows nothing. */
export const libraryBehaviours: readonly Behaviour[] = [
  {
    name: 'CUSTOM_AUTH: a wrong answer is asked again, and the right one signs in',
    prove: async (sink) => {
      const asked: string[] = [];
      const user = userOf(sink, await addUser(sink), 'asking_client_id');
      expect((await answerQuestion(user, ['41', '42'], asked)).isValid()).toBe(true);
      expect(asked).toEqual(['What is the answer?', 'What is the answer?']);
    },
  },
  {
    name: 'CUSTOM_AUTH: the functions end it after three wrong answers',
    prove: async (sink) => {
      const user = userOf(sink, await addUser(sink), 'asking_client_id');
      await expect(answerQuestion(user, ['1', '2', '3', '4'], [])).rejects.toMatchObject({
        name: 'NotAuthorizedException',
      });
    },
  },
  {
    name: 'TOTP: sets an app up, and signs in with its code',
    prove: async (sink) => {
      const username = await addUser(sink);
      const user = userOf(sink, username, 'app_client_id');
      await signIn(user);
      const secret = await enrol(sink, user);
      expect((await signInByLibrary(sink, username, () => totp(sink.aws, secret))).isValid()).toBe(true);
    },
  },
  {
    name: 'a session is refreshed',
    prove: async (sink) => {
      const user = userOf(sink, await addUser(sink), 'app_client_id');
      expect((await refreshed(user, await signIn(user))).isValid()).toBe(true);
    },
  },
];
