import { type CognitoUserPoolSchema } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { checkOneOf } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** Names of the standard attributes in Cognito, by their names here. */
export const standardNames = {
  address: 'address',
  birthdate: 'birthdate',
  email: 'email',
  familyName: 'family_name',
  gender: 'gender',
  givenName: 'given_name',
  locale: 'locale',
  middleName: 'middle_name',
  name: 'name',
  nickname: 'nickname',
  phoneNumber: 'phone_number',
  picture: 'picture',
  preferredUsername: 'preferred_username',
  profile: 'profile',
  updatedAt: 'updated_at',
  website: 'website',
  zoneinfo: 'zoneinfo',
} as const;

/** Attributes that Cognito alone writes. */
export const verifiedNames = { emailVerified: 'email_verified', phoneNumberVerified: 'phone_number_verified' } as const;

/**
 * Name of a standard attribute as it is here: `given_name` of Cognito is `givenName`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 * @example users.attribute('givenName')
 */
export type StandardAttribute = keyof typeof standardNames;

/**
 * Whether an address or a number was verified. Clients may read it; Cognito writes it.
 * @example readAttributes: [users.attribute('emailVerified')]
 */
export type VerifiedAttribute = keyof typeof verifiedNames;

/**
 * How a pool treats a standard attribute. Neither can be changed once the pool exists.
 * @example standardAttributes: { birthdate: { required: true, mutable: false } }
 */
export interface StandardAttributeOptions {
  /**
   * Whether sign-up needs a value.
   * @default false
   */
  readonly required?: boolean;
  /**
   * Whether it may have another value later. Identity providers can set a mutable one only.
   * @default true
   */
  readonly mutable?: boolean;
}

/**
 * Standard attributes that are required or immutable; all others are optional and mutable.
 * @example standardAttributes: { givenName: { required: true } }
 */
export type StandardAttributes = Readonly<Partial<Record<StandardAttribute, StandardAttributeOptions>>>;

/**
 * Only what differs from the service's default, with full type and constraints: the provider leaves the others out of
 * its state, and without constraints plans a change that it then refuses to apply.
 *
 * @throws ConstructError for what is no standard attribute.
 */
export function standardSchema(construct: IConstruct, attributes: StandardAttributes): CognitoUserPoolSchema[] {
  for (const key of Object.keys(attributes)) {
    const fix = 'Use customAttributes for attributes of your own';
    checkOneOf(construct, key, { prop: 'standardAttributes', values: Object.keys(standardNames), fix });
  }
  return Object.entries(standardNames).flatMap(([key, name]) => {
    const { required = false, mutable = true } = attributes[key as StandardAttribute] ?? {};
    if (!required && mutable) return [];
    return [{ name, required, mutable, developerOnlyAttribute: false, ...typeOf(name) }];
  });
}

function typeOf(name: string): Pick<CognitoUserPoolSchema, 'attributeDataType'> & Partial<CognitoUserPoolSchema> {
  if (name === 'updated_at') return { attributeDataType: 'Number', numberAttributeConstraints: { minValue: '0' } };
  const [minLength, maxLength] = name === 'birthdate' ? ['10', '10'] : ['0', '2048'];
  return { attributeDataType: 'String', stringAttributeConstraints: { minLength, maxLength } };
}
