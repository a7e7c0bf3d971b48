import { EmulatorRefusal } from '../emulator/internal';
import { type SigningKeys } from '../sigv4';

/**
 * AWS credentials of an identity pool, as an application gets them: without logins those of a guest.
 *
 * @param logins ID tokens by provider, `cognito-idp.<region>.amazonaws.com/<pool>`
 * @throws EmulatorRefusal with the name of AWS's error
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export async function identityCredentials(
  endpoint: string,
  identityPoolId: string,
  logins: Readonly<Record<string, string>>,
): Promise<SigningKeys & { readonly identityId: string }> {
  const Logins = Object.keys(logins).length > 0 ? logins : undefined;
  const { IdentityId } = await call<{ IdentityId: string }>(endpoint, 'GetId', {
    IdentityPoolId: identityPoolId,
    Logins,
  });
  const { Credentials } = await call<Answer>(endpoint, 'GetCredentialsForIdentity', { IdentityId, Logins });
  const { AccessKeyId, SecretKey, SessionToken } = Credentials;
  return { identityId: IdentityId, accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
}

interface Answer {
  readonly Credentials: { readonly AccessKeyId: string; readonly SecretKey: string; readonly SessionToken: string };
}

async function call<T>(endpoint: string, operation: string, body: object): Promise<T> {
  const headers = {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityService.${operation}`,
  };
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as { __type?: string; message?: string };
  if (response.ok) return answer as T;
  const { __type: type = '', message = '' } = answer;
  throw new EmulatorRefusal(type.replace(/^.*#/, ''), message);
}
