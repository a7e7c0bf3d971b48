import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';

// Versions are pinned; what later versions will require is not news for a user.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** The emulator takes any credentials; the user's own must never be sent to it. */
const credentials = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };

export function cognitoClient(endpoint: string, region: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ endpoint, region, credentials });
}

export function iamClient(endpoint: string, region: string): IAMClient {
  return new IAMClient({ endpoint, region, credentials });
}

export function s3Client(endpoint: string, region: string): S3Client {
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true });
}
