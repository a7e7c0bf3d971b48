import { type UserPoolProps } from '@gatehouse/cognito';

/** How people prove who they are. */
export const signIn = {
  mfa: 'optional',
  passwordPolicy: { minLength: 14, requireSymbols: false, temporaryPasswordValidityDays: 3 },
} satisfies Partial<UserPoolProps>;
