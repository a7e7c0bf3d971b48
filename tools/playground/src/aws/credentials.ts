import { callCognito } from '../cognito/call';
import { type Signer } from '../call/request';

/** Temporary AWS credentials of an identity pool. */
export interface Credentials extends Signer {
  readonly identityId: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

export interface IdentityPlace {
  readonly endpoint: string;
  readonly region: string;
  readonly identityPoolId: string;
}

/**
 * Of a guest, or with a login of a person.
 *
 * @param logins the provider of a user pool, with an ID token
 * @throws AwsError
 */
export async function getCredentials(
  place: IdentityPlace,
  logins: Readonly<Record<string, string>> = {},
): Promise<Credentials> {
  const { endpoint, identityPoolId: IdentityPoolId, region } = place;
  const Logins = Object.keys(logins).length > 0 ? { Logins: logins } : {};
  const { IdentityId } = await callCognito<{ IdentityId: string }>(endpoint, 'GetId', { IdentityPoolId, ...Logins });
  const { Credentials: found } = await callCognito<{ Credentials: Found }>(endpoint, 'GetCredentialsForIdentity', {
    ...{ IdentityId, ...Logins },
  });
  return {
    ...{ identityId: IdentityId, region, expires: found.Expiration },
    ...{ accessKeyId: found.AccessKeyId, secretAccessKey: found.SecretKey, sessionToken: found.SessionToken },
  };
}

interface Found {
  readonly AccessKeyId: string;
  readonly SecretKey: string;
  readonly SessionToken: string;
  readonly Expiration: number;
}
