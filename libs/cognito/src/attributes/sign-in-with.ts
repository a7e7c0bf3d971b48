import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/**
 * What people type to say who they are. It cannot be changed once the pool exists.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
 * @example signInWith: { username: true, email: true }
 */
export type SignInWith = SignInWithEmail | SignInWithPhone | SignInWithUsername;

/** People have no username: their e-mail address is it, or a phone number too. */
export interface SignInWithEmail {
  readonly email: true;
  /** @default false */
  readonly phone?: boolean;
  readonly username?: false;
  readonly preferredUsername?: false;
}

/** People have no username: their phone number is it, or an e-mail address too. */
export interface SignInWithPhone {
  readonly phone: true;
  /** @default false */
  readonly email?: boolean;
  readonly username?: false;
  readonly preferredUsername?: false;
}

/** People choose a username, which they keep for good. Each of the others is a second way to say who they are. */
export interface SignInWithUsername {
  readonly username: true;
  /**
   * Once it is verified; no two verified people have one address.
   * @default false
   */
  readonly email?: boolean;
  /**
   * Once it is verified; no two verified people have one number.
   * @default false
   */
  readonly phone?: boolean;
  /**
   * A second name, which people may change. It is given after sign-up only.
   * @default false
   */
  readonly preferredUsername?: boolean;
}

export const defaultSignIn: SignInWithEmail = { email: true };

/** @throws ConstructError for nothing to sign in with, and for a preferred username without a username. */
export function signInWithConfig(construct: IConstruct, signInWith: SignInWith): Partial<CognitoUserPoolConfig> {
  const { username, email, phone, preferredUsername } = signInWith as Partial<SignInWithUsername>;
  check(construct, username === true || preferredUsername !== true, {
    prop: 'signInWith.preferredUsername',
    expected: 'username: true beside it',
    found: signInWith,
    fix: 'Add username: true: Cognito takes a preferred username from people who have a username only',
  });
  check(construct, username === true || email === true || phone === true, {
    prop: 'signInWith',
    expected: 'email, phone or username',
    found: signInWith,
    fix: 'Set at least one of them to true',
  });
  const contacts = [...(email ? ['email'] : []), ...(phone ? ['phone_number'] : [])];
  if (username !== true) return { usernameAttributes: contacts };
  const aliases = [...contacts, ...(preferredUsername ? ['preferred_username'] : [])];
  return aliases.length === 0 ? {} : { aliasAttributes: aliases };
}
