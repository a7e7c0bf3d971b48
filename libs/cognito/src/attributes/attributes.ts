import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type IConstruct } from 'constructs';
import { type CustomAttributes, customSchema } from './custom-attributes';
import { defaultSignIn, type SignInWith, signInWithConfig } from './sign-in-with';
import { type StandardAttributes, standardSchema } from './standard-attributes';
import { type Contacts, verificationConfig } from './verification';

/**
 * What people sign in with, and what a pool knows of them. All but `autoVerify` and `keepOriginal` is for good.
 * @example new UserPool(stack, 'users', { name: 'acme', selfSignUp: true, customAttributes: { tenant: { type: 'string' } } })
 */
export interface AttributesProps<Custom extends string = never> {
  /**
   * What people type to say who they are.
   * @default { email: true }
   */
  readonly signInWith?: SignInWith;
  /**
   * Whether `Ann` and `ann` are two people.
   * @default false
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html
   */
  readonly signInCaseSensitive?: boolean;
  /**
   * Standard attributes that are required or immutable: `{ givenName: { required: true } }`.
   * @default - every standard attribute is there, optional and mutable
   */
  readonly standardAttributes?: StandardAttributes;
  /**
   * Attributes of your own, by name: `{ tenant: { type: 'string', maxLength: 36 } }`. More can be added at any time.
   * @default - none
   */
  readonly customAttributes?: CustomAttributes<Custom>;
  /**
   * Which addresses and numbers Cognito verifies by a code when people sign up.
   * @default - what people sign in with; e-mail when that is a username alone
   */
  readonly autoVerify?: Contacts;
  /**
   * Whether the old, verified value is good until the new one is verified. Without it a new address takes the place of
   * the verified one before anyone has shown to own it.
   * @default - of each that is verified
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
   */
  readonly keepOriginal?: Contacts;
}

/** @throws ConstructError for names, types and limits that Cognito does not have, and for props that contradict. */
export function attributesConfig(
  construct: IConstruct,
  props: AttributesProps<string>,
): Partial<CognitoUserPoolConfig> {
  const signInWith = props.signInWith ?? defaultSignIn;
  const schema = [
    ...standardSchema(construct, props.standardAttributes ?? {}),
    ...customSchema(construct, props.customAttributes ?? {}),
  ];
  return {
    ...signInWithConfig(construct, signInWith),
    usernameConfiguration: { caseSensitive: props.signInCaseSensitive ?? false },
    ...verificationConfig(construct, signInWith, props.autoVerify, props.keepOriginal),
    ...(schema.length > 0 && { schema }),
  };
}
