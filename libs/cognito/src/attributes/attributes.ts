import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';

/** What a person signs in with, and what a pool knows of people: by e-mail address, in any letter case, verified by a code. */
export function attributesConfig(): Partial<CognitoUserPoolConfig> {
  return {
    usernameAttributes: ['email'],
    usernameConfiguration: { caseSensitive: false },
    autoVerifiedAttributes: ['email'],
    // Without this, a new address replaces the verified one before anyone has shown to own it.
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ['email'] },
  };
}
