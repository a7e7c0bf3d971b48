import { AwsError } from '../aws/error';

/**
 * Calls an operation of Amazon Cognito as a browser does: no signature.
 *
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
 *
 * @throws AwsError as AWS answered
 */
export async function callCognito<T>(endpoint: string, operation: Operation, input: object): Promise<T> {
  const service = IDENTITY.has(operation) ? 'AWSCognitoIdentityService' : 'AWSCognitoIdentityProviderService';
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `${service}.${operation}` },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  const body = (text === '' ? {} : JSON.parse(text)) as { __type?: string; message?: string; Message?: string };
  if (answer.ok) return body as T;
  const type = (body.__type ?? answer.headers.get('x-amzn-ErrorType') ?? `HTTP ${answer.status}`).replace(
    /^.*#|:.*$/g,
    '',
  );
  throw new AwsError(operation, type, body.message ?? body.Message ?? '');
}

export type Operation =
  | 'AssociateSoftwareToken'
  | 'ConfirmSignUp'
  | 'GetCredentialsForIdentity'
  | 'GetId'
  | 'GetTokensFromRefreshToken'
  | 'GlobalSignOut'
  | 'InitiateAuth'
  | 'ResendConfirmationCode'
  | 'RespondToAuthChallenge'
  | 'SetUserMFAPreference'
  | 'SignUp'
  | 'VerifySoftwareToken';

const IDENTITY: ReadonlySet<Operation> = new Set(['GetId', 'GetCredentialsForIdentity']);
