import { callCognito } from './call';

/** A new secret in base 32 for the person of an access token. @throws AwsError */
export async function associateAuthenticator(endpoint: string, AccessToken: string): Promise<string> {
  return (await callCognito<{ SecretCode: string }>(endpoint, 'AssociateSoftwareToken', { AccessToken })).SecretCode;
}

/** Shows the first code; from then on sign-in asks for one. @throws AwsError */
export async function verifyAuthenticator(endpoint: string, AccessToken: string, UserCode: string): Promise<void> {
  await callCognito(endpoint, 'VerifySoftwareToken', { AccessToken, UserCode });
  await preferAuthenticator(endpoint, AccessToken, true);
}

/** @throws AwsError */
export async function preferAuthenticator(endpoint: string, AccessToken: string, on: boolean): Promise<void> {
  const SoftwareTokenMfaSettings = { Enabled: on, PreferredMfa: on };
  await callCognito(endpoint, 'SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
}
