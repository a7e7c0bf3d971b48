import {
  AdminCreateUserCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';

/** Makes an account without a message to its person. @returns whether there was none yet */
export async function createUser(
  cognito: CognitoIdentityProviderClient,
  user: { UserPoolId: string; Username: string; UserAttributes: AttributeType[] },
): Promise<boolean> {
  try {
    await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
    return true;
  } catch (error) {
    if ((error as Error).name !== 'UsernameExistsException') throw error;
    return false;
  }
}
