import { type Caller } from '../../emulator/caller';

/**
 * What `requestContext.identity` says of a caller with AWS credentials; Cognito's members are null for a role that is no
 * identity pool's.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function callerIdentity({
  accessKeyId,
  accountId,
  identity,
  principal,
  userId,
}: Caller): Readonly<Record<string, string | null>> {
  return {
    accessKey: accessKeyId,
    accountId,
    caller: userId,
    cognitoAuthenticationProvider: identity?.authenticated ? identity.amr.slice(1).join(',') : null,
    cognitoAuthenticationType: identity && (identity.authenticated ? 'authenticated' : 'unauthenticated'),
    cognitoIdentityId: identity?.id ?? null,
    cognitoIdentityPoolId: identity?.poolId ?? null,
    user: userId,
    userArn: principal.arn,
  };
}
