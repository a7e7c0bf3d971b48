import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';

/**
 * How people get in again who lost their password. `emailThenPhone` and `phoneThenEmail` try the second where the first is not
 * verified. `emailOrPhone` is what pools had before there was a choice: by phone where it is verified, also if the phone is the
 * second factor. With the others, a person whose phone is the second factor does not recover by it. `administrator` leaves it to
 * people who may reset passwords. `emailOrPhone` is for new pools only: it is no setting at all, and the provider keeps the setting that it
 * finds.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 * @example accountRecovery: 'phoneThenEmail'
 */
export type AccountRecovery =
  'administrator' | 'emailOnly' | 'emailOrPhone' | 'emailThenPhone' | 'phoneOnly' | 'phoneThenEmail';

const email = 'verified_email';
const phone = 'verified_phone_number';

/** In the order in which Cognito tries them. */
const mechanisms: Readonly<Record<AccountRecovery, readonly string[]>> = {
  administrator: ['admin_only'],
  emailOnly: [email],
  emailOrPhone: [],
  emailThenPhone: [email, phone],
  phoneOnly: [phone],
  phoneThenEmail: [phone, email],
};

/** @param verified the attributes that Cognito verifies when people sign up */
export function recoveryConfig(
  recovery: AccountRecovery | undefined,
  verified: readonly string[],
): Partial<CognitoUserPoolConfig> {
  const names = mechanisms[recovery ?? derived(verified)];
  if (names.length === 0) return {};
  return { accountRecoverySetting: { recoveryMechanism: names.map((name, index) => ({ name, priority: index + 1 })) } };
}

function derived(verified: readonly string[]): AccountRecovery {
  if (verified.includes('email')) return 'emailOnly';
  return verified.includes('phone_number') ? 'phoneOnly' : 'administrator';
}
