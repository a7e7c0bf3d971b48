import {
  AdminInitiateAuthCommand,
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { type UserPool } from '@gatehouse/surface';
import { type PasswordClient, secretHash } from './password-client';
import { type Person } from './person';

/** What a signed-in person has. */
export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
}

/**
 * Signs a person in as an application does: an unsigned call of InitiateAuth, no AWS credentials. As its backend does where
 * the client allows no other way.
 *
 * @returns undefined when the pool asks for more than the password
 */
export async function signIn(
  { cognito, endpoint }: { readonly cognito: CognitoIdentityProviderClient; readonly endpoint: string },
  pool: UserPool,
  by: PasswordClient,
  { username, password }: Person,
): Promise<Tokens | undefined> {
  const hash = secretHash(by, username);
  const AuthParameters = { USERNAME: username, PASSWORD: password, ...(hash && { SECRET_HASH: hash }) };
  const request = { ClientId: by.client.id, AuthParameters };
  if (!by.admin) return tokensOf(await initiateAuth(endpoint, { AuthFlow: 'USER_PASSWORD_AUTH', ...request }));
  return tokensOf(
    await cognito.send(
      new AdminInitiateAuthCommand({ AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', UserPoolId: pool.id, ...request }),
    ),
  );
}

interface AuthAnswer {
  readonly AuthenticationResult?: AuthenticationResultType;
}

function tokensOf({ AuthenticationResult: result }: AuthAnswer): Tokens | undefined {
  if (!result?.IdToken || !result.AccessToken) return undefined;
  return { idToken: result.IdToken, accessToken: result.AccessToken };
}

async function initiateAuth(endpoint: string, body: object): Promise<AuthAnswer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`InitiateAuth answered ${response.status}: ${text}`);
  return JSON.parse(text) as AuthAnswer;
}
