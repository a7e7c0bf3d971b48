import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { type Row } from '../../testing/conformance';
import { enrol, totp } from '../gaps/sign-in-kit';
import { addUser, PASSWORD, type Scene } from './scene';

const source = 'https://www.npmjs.com/package/amazon-cognito-identity-js';

function userOf({ emulator, users }: Scene, Username: string): CognitoUser {
  const settings = { UserPoolId: users.UserPoolId!, ClientId: users.app!, endpoint: emulator.url };
  return new CognitoUser({ Username, Pool: new CognitoUserPool(settings) });
}

interface Asked {
  readonly mfa?: () => Promise<string>;
  readonly newPassword?: (attributes: unknown, required: unknown) => string;
}

const signIn = (user: CognitoUser, Username: string, Password: string, asked: Asked = {}) =>
  new Promise<CognitoUserSession>((onSuccess, onFailure) => {
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
      onSuccess,
      onFailure,
      newPasswordRequired: (attributes, required) =>
        user.completeNewPasswordChallenge(asked.newPassword!(attributes, required), {}, { onSuccess, onFailure }),
      totpRequired: () =>
        void asked.mfa!().then(
          (code) => user.sendMFACode(code, { onSuccess, onFailure }, 'SOFTWARE_TOKEN_MFA'),
          onFailure,
        ),
    });
  });

/** The library that came before Amplify and that many applications still use. */
export const identityJsRows: readonly Row<Scene>[] = [
  {
    name: 'amazon-cognito-identity-js: signs in by SRP, and refreshes',
    source,
    prove: async (scene) => {
      const username = await addUser(scene);
      const user = userOf(scene, username);
      const session = await signIn(user, username, PASSWORD);
      expect(session.getIdToken().decodePayload()).toMatchObject({ email: username });
      const refreshed = await new Promise<CognitoUserSession>((resolve, reject) => {
        user.refreshSession(session.getRefreshToken(), (error: unknown, next: CognitoUserSession) =>
          error ? reject(error as Error) : resolve(next),
        );
      });
      expect(refreshed.isValid()).toBe(true);
    },
  },
  {
    name: 'amazon-cognito-identity-js: an invited user chooses a password',
    source,
    prove: async (scene) => {
      const username = await addUser(scene, 'Temporary-horse-9');
      const newPassword = jest.fn(() => PASSWORD);
      const session = await signIn(userOf(scene, username), username, 'Temporary-horse-9', { newPassword });
      expect(session.isValid()).toBe(true);
      expect(newPassword).toHaveBeenCalledWith(expect.objectContaining({ email: username }), []);
    },
  },
  {
    name: 'amazon-cognito-identity-js: a code of an authenticator app',
    source,
    prove: async (scene) => {
      const username = await addUser(scene);
      const secret = await enrol(scene.aws, { ...scene.users, email: username });
      const mfa = () => totp(scene.aws, secret);
      expect((await signIn(userOf(scene, username), username, PASSWORD, { mfa })).isValid()).toBe(true);
    },
  },
];
