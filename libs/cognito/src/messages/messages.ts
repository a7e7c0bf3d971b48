import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';

/** What the pool writes to people, and by whom it is sent. */
export function messagesConfig(): Partial<CognitoUserPoolConfig> {
  return { verificationMessageTemplate: { defaultEmailOption: 'CONFIRM_WITH_CODE' } };
}
