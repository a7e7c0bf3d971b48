import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type UserPoolClient } from '@gatehouse/surface';

/** The secret of an app client; surfaces never hold one. */
export type ClientSecret = (client: UserPoolClient) => Promise<string | undefined>;

/** Asks Cognito. */
export function secretOf(cognito: CognitoIdentityProviderClient): ClientSecret {
  return async ({ id, userPoolId }) => {
    const { UserPoolClient } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: id }),
    );
    return UserPoolClient?.ClientSecret;
  };
}
