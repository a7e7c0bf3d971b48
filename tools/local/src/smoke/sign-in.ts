import { type MachineClient } from '../up/facts';
import { type Person } from '../up/demo-user';

export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
}

/** Signs in as an application does: an unsigned call of InitiateAuth, no AWS credentials. */
export async function signIn(cognitoEndpoint: string, clientId: string, person: Person): Promise<Tokens> {
  const answer = await json(cognitoEndpoint, {
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: person.email, PASSWORD: person.password },
    }),
  });
  const result = answer['AuthenticationResult'] as { IdToken: string; AccessToken: string };
  return { idToken: result.IdToken, accessToken: result.AccessToken };
}

/** An access token by client_credentials (RFC 6749, section 4.4). */
export async function machineToken(tokenUrl: string, machine: MachineClient, scope: string): Promise<string> {
  const basic = Buffer.from(`${machine.clientId}:${machine.clientSecret}`).toString('base64');
  const answer = await json(tokenUrl, {
    headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
  });
  return answer['access_token'] as string;
}

async function json(url: string, init: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', ...init });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
