import { InitiateAuthCommand, type InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { type KitchenSink, PASSWORD } from './sink';

/** A confirmed user with a verified address and number. */
export async function addUser(sink: KitchenSink): Promise<string> {
  const Username = sink.newEmail();
  const user = { UserPoolId: sink.text('user_pool_id'), Username };
  const attributes = { email_verified: 'true', phone_number: '+15550100', phone_number_verified: 'true' };
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  await sink.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes });
  await sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
  return Username;
}

/** As far as the password goes, by the AWS SDK. */
export const withPassword = (sink: KitchenSink, USERNAME: string): Promise<InitiateAuthCommandOutput> =>
  sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text('app_client_id'),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );

export async function accessToken(sink: KitchenSink, username: string): Promise<string> {
  return (await withPassword(sink, username)).AuthenticationResult!.AccessToken!;
}

/** The code of a sign-in that asks for none. */
export const withoutSecondFactor = async (): Promise<string> => {
  throw new Error('expected no second factor');
};

/** Signs in by SRP with amazon-cognito-identity-js; `code` answers whichever second factor is asked for. */
export function signInByLibrary(
  sink: KitchenSink,
  Username: string,
  code: () => Promise<string>,
  settings = { UserPoolId: sink.text('user_pool_id'), ClientId: sink.text('app_client_id') },
) {
  const user = new CognitoUser({ Username, Pool: new CognitoUserPool({ ...settings, endpoint: sink.emulator.url }) });
  return new Promise<CognitoUserSession>((onSuccess, onFailure) => {
    const answer = (factor: 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA') => () =>
      void code().then((given) => user.sendMFACode(given, { onSuccess, onFailure }, factor), onFailure);
    user.authenticateUser(new AuthenticationDetails({ Username, Password: PASSWORD }), {
      onSuccess,
      onFailure,
      mfaRequired: answer('SMS_MFA'),
      totpRequired: answer('SOFTWARE_TOKEN_MFA'),
    });
  });
}
