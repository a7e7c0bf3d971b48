import { didYouMean } from '@gatehouse/checks';
import {
  check,
  ConstructError,
  type IUserPool,
  type UserAttribute,
  type WritableAttribute,
} from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type CustomAttribute } from './custom-attributes';
import {
  standardNames,
  type StandardAttribute,
  type StandardAttributes,
  type VerifiedAttribute,
  verifiedNames,
} from './standard-attributes';

/**
 * What an attribute of a pool is asked for by: `email`, `emailVerified`, or the name of a custom attribute.
 * @example const name: AttributeName<'tenant'> = 'tenant';
 */
export type AttributeName<Custom extends string> = StandardAttribute | VerifiedAttribute | Custom;

/**
 * What `attribute(name)` returns: an attribute that users may give a value, unless Cognito alone writes it.
 * @example const email: AttributeOf<'email'> = users.attribute('email');
 */
export type AttributeOf<Name extends string> = Name extends VerifiedAttribute ? UserAttribute : WritableAttribute;

/** What is known of the attributes of a pool. */
export interface KnownAttributes {
  readonly standard: StandardAttributes;
  /** Custom attributes by name, without `custom:`. */
  readonly custom: Readonly<Record<string, KnownCustomAttribute>>;
}

/** Of an attribute of a pool that is made elsewhere, nothing. */
interface KnownCustomAttribute {
  readonly mutable?: boolean;
  readonly type?: CustomAttribute['type'];
  readonly min?: number;
  readonly max?: number;
}

/** @throws ConstructError when the pool has no such attribute, listing the custom ones that it has. */
export function attributeOf<Name extends string>(
  userPool: IConstruct & IUserPool,
  known: KnownAttributes,
  name: Name,
): AttributeOf<Name> {
  return find(userPool, known, name) as AttributeOf<Name>;
}

/**
 * The name of an attribute as the API has it.
 *
 * @throws ConstructError unless it is an attribute of the pool.
 */
export function attributeNameIn(
  construct: IConstruct,
  userPool: IUserPool,
  prop: string,
  attribute: UserAttribute,
): string {
  // Synthesis does not check types: a name where an attribute belongs is reported here.
  check(construct, attribute?.userPool?.userPoolId === userPool.userPoolId, {
    prop,
    expected: 'an attribute of the same user pool',
    found: typeof attribute === 'object' ? attribute?.attributeName : attribute,
    fix: "Take it from that pool, as in pool.attribute('email')",
  });
  return attribute.attributeName;
}

function find(userPool: IConstruct & IUserPool, { standard, custom }: KnownAttributes, name: string): UserAttribute {
  const of = (attributeName: string, mutable = true, writable = true) => ({
    attributeName,
    userPool,
    mutable,
    writable,
  });
  if (Object.hasOwn(custom, name)) return of(`custom:${name}`, custom[name]?.mutable);
  if (isKey(standardNames, name)) return of(standardNames[name], standard[name]?.mutable);
  if (isKey(verifiedNames, name)) return of(verifiedNames[name], true, false);
  const names = Object.keys(custom);
  throw new ConstructError(userPool, {
    prop: 'attribute',
    expected: `a standard attribute, such as email, or ${names.length === 0 ? 'a custom attribute (the pool has none)' : `one of ${names.join(', ')}`}`,
    found: name,
    fix:
      didYouMean(name, [...names, ...Object.keys(standardNames), ...Object.keys(verifiedNames)]) ??
      'Declare it in customAttributes, or correct the spelling',
  });
}

const isKey = <T extends object>(names: T, name: string): name is string & keyof T => Object.hasOwn(names, name);
