import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type SignInWith } from './sign-in-with';

/**
 * The two attributes that Cognito can verify, by a code that it sends there.
 * @example autoVerify: { email: true, phone: true }
 */
export interface Contacts {
  readonly email?: boolean;
  /** By SMS, which costs, and for which the pool needs a role. */
  readonly phone?: boolean;
}

/**
 * @param autoVerify by default what people sign in with, and e-mail when that is a username alone: a lost password is
 * recovered by it.
 * @param keepOriginal by default all that is verified.
 * @throws ConstructError when a value is to be kept that nobody verifies.
 */
export function verificationConfig(
  construct: IConstruct,
  signInWith: SignInWith,
  autoVerify: Contacts = {},
  keepOriginal: Contacts = {},
): Partial<CognitoUserPoolConfig> {
  const phone = signInWith.phone === true;
  const email = signInWith.email === true || !phone;
  const verified = { email: autoVerify.email ?? email, phone: autoVerify.phone ?? phone };
  const kept = { email: keepOriginal.email ?? verified.email, phone: keepOriginal.phone ?? verified.phone };
  for (const each of ['email', 'phone'] as const) {
    check(construct, verified[each] || !kept[each], {
      prop: `keepOriginal.${each}`,
      expected: `autoVerify.${each}, for Cognito keeps the old value until the new one is verified`,
      found: kept[each],
      fix: `Set autoVerify.${each}, or leave this out`,
    });
  }
  const keptNames = namesOf(kept);
  return {
    autoVerifiedAttributes: namesOf(verified),
    // The provider sends an empty list for a block that went; it cannot read an empty list back.
    ...(keptNames.length > 0 && {
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: keptNames },
    }),
  };
}

const namesOf = ({ email, phone }: Contacts): string[] => [
  ...(email ? ['email'] : []),
  ...(phone ? ['phone_number'] : []),
];
