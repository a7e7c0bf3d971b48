import { Amplify } from '@aws-amplify/core';
import {
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  signIn,
  signOut,
  signUp,
} from '@aws-amplify/auth';
import { cognitoCredentialsProvider, cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { type Row } from '../../testing/conformance';
import { enrol, totp } from '../gaps/sign-in-kit';
import { addUser, codeOf, newEmail, PASSWORD, type Scene } from './scene';

const page = 'https://docs.amplify.aws/javascript/build-a-backend/auth/connect-your-frontend/';
const row = (name: string, prove: Row<Scene>['prove'], path: string): Row<Scene> => ({
  name: `Amplify 6: ${name}`,
  source: `${page}${path}/`,
  prove: async (scene) => {
    configure(scene);
    await prove(scene);
    await signOut();
  },
});

/** As docs/local.md tells it; `aws-amplify` makes the second argument by itself. */
function configure({ emulator, identityPoolId, users }: Scene): void {
  const Auth = {
    Cognito: {
      userPoolId: users.UserPoolId!,
      userPoolClientId: users.app!,
      identityPoolId,
      allowGuestAccess: true,
      userPoolEndpoint: emulator.url,
      identityPoolEndpoint: emulator.url,
    },
  };
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth);
  const providers = { tokenProvider: cognitoUserPoolsTokenProvider, credentialsProvider: cognitoCredentialsProvider };
  Amplify.configure({ Auth }, { Auth: providers });
}

const session = async () => {
  const { credentials, identityId, tokens } = await fetchAuthSession();
  return { credentials, identityId, tokens };
};

/** AWS Amplify's library for applications. */
export const amplifyRows: readonly Row<Scene>[] = [
  row(
    'sign up, confirm, sign in, attributes',
    async (scene) => {
      const username = newEmail();
      const { nextStep } = await signUp({ username, password: PASSWORD });
      expect(nextStep.signUpStep).toBe('CONFIRM_SIGN_UP');
      await confirmSignUp({ username, confirmationCode: await codeOf(scene, username) });
      expect(await signIn({ username, password: PASSWORD })).toMatchObject({ isSignedIn: true });
      expect(await fetchUserAttributes()).toMatchObject({ email: username, email_verified: 'true' });
    },
    'sign-up',
  ),
  row(
    'a wrong password is refused, by SRP',
    async (scene) => {
      const username = await addUser(scene);
      await expect(signIn({ username, password: 'wrong' })).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    },
    'sign-in',
  ),
  row(
    'a code of an authenticator app',
    async (scene) => {
      const username = await addUser(scene);
      const secret = await enrol(scene.aws, { ...scene.users, email: username });
      const { nextStep } = await signIn({ username, password: PASSWORD });
      expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
      const challengeResponse = await totp(scene.aws, secret);
      expect(await confirmSignIn({ challengeResponse })).toMatchObject({ isSignedIn: true });
    },
    'multi-factor-authentication',
  ),
  row(
    'an invited user chooses a password',
    async (scene) => {
      const username = await addUser(scene, 'Temporary-horse-9');
      const { nextStep } = await signIn({ username, password: 'Temporary-horse-9' });
      expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
      expect(await confirmSignIn({ challengeResponse: PASSWORD })).toMatchObject({ isSignedIn: true });
    },
    'sign-in',
  ),
  row(
    'a forced refresh brings new tokens of the same sign-in',
    async (scene) => {
      await signIn({ username: await addUser(scene), password: PASSWORD });
      const before = await session();
      const { tokens } = await fetchAuthSession({ forceRefresh: true });
      expect(tokens!.accessToken.toString()).not.toBe(before.tokens!.accessToken.toString());
      expect(tokens!.accessToken.payload.auth_time).toBe(before.tokens!.accessToken.payload.auth_time);
    },
    'manage-user-sessions',
  ),
  row(
    'credentials of a guest, then of who is signed in',
    async (scene) => {
      const guest = await session();
      expect([guest.tokens, guest.credentials!.accessKeyId]).toEqual([undefined, expect.stringMatching(/^ASIA/)]);
      await signIn({ username: await addUser(scene), password: PASSWORD });
      const person = await session();
      expect(person.credentials!.accessKeyId).not.toBe(guest.credentials!.accessKeyId);
      expect(person.identityId).toMatch(/^eu-west-1:/);
    },
    'manage-user-sessions',
  ),
  row(
    'signed out everywhere',
    async (scene) => {
      await signIn({ username: await addUser(scene), password: PASSWORD });
      await signOut({ global: true });
      await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' });
    },
    'sign-out',
  ),
];
