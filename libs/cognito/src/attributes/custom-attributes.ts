import { type CognitoUserPoolSchema } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check, checkText, checkWholeNumber, isLate, numberText } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { standardNames, type StandardAttribute, type VerifiedAttribute, verifiedNames } from './standard-attributes';

/**
 * An attribute of the team's own. It can be added at any time, and never be changed or removed afterwards.
 * @example customAttributes: { seats: { type: 'number', min: 1, max: 500 } }
 */
export type CustomAttribute = StringAttribute | NumberAttribute | BooleanAttribute | DateTimeAttribute;

interface AnyCustomAttribute {
  /**
   * Whether it may have another value later. An immutable one has its value from sign-up on for good, for administrators
   * too, and no identity provider can be mapped to it.
   * @default true
   */
  readonly mutable?: boolean;
}

export interface StringAttribute extends AnyCustomAttribute {
  readonly type: 'string';
  /**
   * Characters, 0 to 2048.
   * @default 0
   */
  readonly minLength?: number;
  /**
   * Characters, 0 to 2048.
   * @default 2048
   */
  readonly maxLength?: number;
}

export interface NumberAttribute extends AnyCustomAttribute {
  readonly type: 'number';
  /**
   * The least value, a whole number from 0.
   * @default - none
   */
  readonly min?: number;
  /**
   * The greatest value, a whole number from 0.
   * @default 9007199254740991: what JavaScript holds exactly
   */
  readonly max?: number;
}

export interface BooleanAttribute extends AnyCustomAttribute {
  readonly type: 'boolean';
}

export interface DateTimeAttribute extends AnyCustomAttribute {
  readonly type: 'dateTime';
}

/**
 * Custom attributes by name, without `custom:`. A name that a standard attribute has here or in Cognito does not compile.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-custom-attributes
 * @example customAttributes: { tenant: { type: 'string', maxLength: 36 }, since: { type: 'dateTime', mutable: false } }
 */
export type CustomAttributes<Name extends string> = {
  readonly [Each in Name]: Each extends Taken ? never : CustomAttribute;
};

type Taken =
  | StandardAttribute
  | VerifiedAttribute
  | (typeof standardNames)[StandardAttribute]
  | (typeof verifiedNames)[VerifiedAttribute]
  | 'sub'
  | `custom:${string}`
  | `dev:${string}`;

/** With full type and constraints: without them the provider plans a change that it then refuses to apply. */
export function customSchema(
  construct: IConstruct,
  attributes: Readonly<Record<string, CustomAttribute>>,
): CognitoUserPoolSchema[] {
  return Object.entries(attributes).map(([name, attribute]) => {
    checkCustomName(construct, name);
    const { mutable = true } = attribute;
    const type = typeOf(construct, `customAttributes.${name}`, attribute);
    return { name, required: false, mutable, developerOnlyAttribute: false, ...type };
  });
}

type SchemaType = Pick<CognitoUserPoolSchema, 'attributeDataType'> & Partial<CognitoUserPoolSchema>;

function typeOf(construct: IConstruct, prop: string, attribute: CustomAttribute): SchemaType {
  switch (attribute?.type) {
    case 'string':
      return stringType(construct, prop, attribute);
    case 'number':
      return numberType(construct, prop, attribute);
    case 'boolean':
      return { attributeDataType: 'Boolean' };
    case 'dateTime':
      return { attributeDataType: 'DateTime' };
    default:
      check(construct, false, {
        prop: `${prop}.type`,
        expected: 'string, number, boolean or dateTime',
        found: (attribute as { type?: unknown } | undefined)?.type,
        fix: 'Cognito has no other types; keep anything else as a string',
      });
  }
}

function stringType(construct: IConstruct, prop: string, attribute: StringAttribute): SchemaType {
  const { minLength = 0, maxLength = 2048 } = attribute;
  const fix = 'Cognito keeps at most 2048 characters';
  checkWholeNumber(construct, maxLength, { prop: `${prop}.maxLength`, min: 0, max: 2048, fix });
  checkWholeNumber(construct, minLength, { prop: `${prop}.minLength`, min: 0, max: 2048, fix });
  checkOrder(construct, prop, ['minLength', minLength], ['maxLength', maxLength]);
  const stringAttributeConstraints = { minLength: numberText(minLength), maxLength: numberText(maxLength) };
  return { attributeDataType: 'String', stringAttributeConstraints };
}

function numberType(construct: IConstruct, prop: string, attribute: NumberAttribute): SchemaType {
  // One limit at least: the provider plans a number without any again and again.
  const { min, max = Number.MAX_SAFE_INTEGER } = attribute;
  const limits = { min: 0, max: Number.MAX_SAFE_INTEGER, fix: 'Cognito takes no other limits' };
  checkWholeNumber(construct, max, { prop: `${prop}.max`, ...limits });
  if (min === undefined)
    return { attributeDataType: 'Number', numberAttributeConstraints: { maxValue: numberText(max) } };
  checkWholeNumber(construct, min, { prop: `${prop}.min`, ...limits });
  checkOrder(construct, prop, ['min', min], ['max', max]);
  const numberAttributeConstraints = { minValue: numberText(min), maxValue: numberText(max) };
  return { attributeDataType: 'Number', numberAttributeConstraints };
}

type Limit = readonly [prop: string, value: number];

function checkOrder(construct: IConstruct, prop: string, [least, min]: Limit, [greatest, max]: Limit): void {
  check(construct, isLate(min) || isLate(max) || min <= max, {
    prop: `${prop}.${least}`,
    expected: `at most ${max}, which is ${greatest}`,
    found: min,
    fix: `No value could satisfy both; lower ${least} or raise ${greatest}`,
  });
}

const taken = new Set<string>([
  ...Object.entries({ ...standardNames, ...verifiedNames }).flat(),
  // Every user has it.
  'sub',
]);

/** @throws ConstructError for a name that Cognito refuses, or that something else has. */
export function checkCustomName(construct: IConstruct, name: string): void {
  const prop = 'customAttributes';
  check(construct, !taken.has(name), {
    prop,
    expected: 'a name that no standard attribute has',
    found: name,
    fix: 'Use standardAttributes for it, or choose another name',
  });
  checkText(construct, name, {
    prop,
    pattern: /^(?!custom:|dev:)[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,20}$/u,
    expected: 'a name of 1 to 20 characters without spaces, and without custom: or dev:',
    fix: remedyFor(name),
  });
}

function remedyFor(name: string): string {
  if (/^(custom|dev):/.test(name)) return 'Write the name alone; Cognito puts custom: in front by itself';
  if (name.length > 20) return 'Shorten it; Cognito puts custom: in front by itself';
  return name === '' ? 'Name the attribute' : 'Write it in letters, digits and punctuation marks, such as my_attribute';
}
