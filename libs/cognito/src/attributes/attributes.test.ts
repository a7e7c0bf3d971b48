import { synth } from '@gatehouse/testing';
import { type CustomAttribute, UserPool, type UserPoolProps } from '../index';

const users = (props: Partial<UserPoolProps<string>> = {}) =>
  synth((stack) => new UserPool<string>(stack, 'users', { name: 'acme', ...props })).resource.aws_cognito_user_pool
    ?.users;

const schemaOf = (props: Partial<UserPoolProps<string>>) => users(props)?.schema;

describe('standard attributes', () => {
  const text = {
    attribute_data_type: 'String',
    developer_only_attribute: false,
    string_attribute_constraints: { min_length: '0', max_length: '2048' },
  };

  it('are written when they differ from the default, with type and constraints', () => {
    const standardAttributes = {
      updatedAt: { mutable: false },
      birthdate: { required: true },
      givenName: { required: true, mutable: false },
      familyName: { required: false, mutable: true },
    };

    expect(schemaOf({ standardAttributes })).toEqual([
      {
        ...text,
        name: 'birthdate',
        required: true,
        mutable: true,
        string_attribute_constraints: { min_length: '10', max_length: '10' },
      },
      { ...text, name: 'given_name', required: true, mutable: false },
      {
        name: 'updated_at',
        required: false,
        mutable: false,
        attribute_data_type: 'Number',
        developer_only_attribute: false,
        number_attribute_constraints: { min_value: '0' },
      },
    ]);
  });

  it('are written by the names that Cognito has, all seventeen', () => {
    const required = { required: true };
    const schema = schemaOf({
      standardAttributes: {
        address: required,
        birthdate: required,
        email: required,
        familyName: required,
        gender: required,
        givenName: required,
        locale: required,
        middleName: required,
        name: required,
        nickname: required,
        phoneNumber: required,
        picture: required,
        preferredUsername: required,
        profile: required,
        updatedAt: required,
        website: required,
        zoneinfo: required,
      },
    }) as { name: string }[];

    expect(schema.map(({ name }) => name).join(' ')).toBe(
      'address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture preferred_username profile updated_at website zoneinfo',
    );
  });

  it('are absent when they are as always', () => {
    expect(schemaOf({ standardAttributes: { email: {}, name: { required: false } } })).toBeUndefined();
  });

  it('do not compile by another name', () => {
    // @ts-expect-error the name in Cognito is not the name here
    expect(() => users({ standardAttributes: { given_name: { required: true } } })).toThrow(
      'test/users, standardAttributes: expected one of address, birthdate, email, familyName',
    );
  });
});

describe('custom attributes', () => {
  const each = { required: false, mutable: true, developer_only_attribute: false };

  it('have a type, and constraints that are always written', () => {
    const customAttributes: Record<string, CustomAttribute> = {
      tenant: { type: 'string', minLength: 3, maxLength: 36, mutable: false },
      note: { type: 'string' },
      seats: { type: 'number', min: 1, max: 500 },
      score: { type: 'number' },
      beta: { type: 'boolean' },
      since: { type: 'dateTime' },
    };

    expect(schemaOf({ customAttributes })).toEqual([
      {
        ...each,
        name: 'tenant',
        mutable: false,
        attribute_data_type: 'String',
        string_attribute_constraints: { min_length: '3', max_length: '36' },
      },
      {
        ...each,
        name: 'note',
        attribute_data_type: 'String',
        string_attribute_constraints: { min_length: '0', max_length: '2048' },
      },
      {
        ...each,
        name: 'seats',
        attribute_data_type: 'Number',
        number_attribute_constraints: { min_value: '1', max_value: '500' },
      },
      {
        ...each,
        name: 'score',
        attribute_data_type: 'Number',
        number_attribute_constraints: { max_value: '9007199254740991' },
      },
      { ...each, name: 'beta', attribute_data_type: 'Boolean' },
      { ...each, name: 'since', attribute_data_type: 'DateTime' },
    ]);
  });

  it('do not compile with constraints of another type, or the name of a standard attribute', () => {
    synth((stack) => {
      const make = (customAttributes: Record<string, CustomAttribute>) => customAttributes;
      // @ts-expect-error a number has no length
      make({ seats: { type: 'number', maxLength: 3 } });
      // @ts-expect-error no such type
      expect(() => users({ customAttributes: make({ tags: { type: 'list' } }) })).toThrow(
        'test/users, customAttributes.tags.type: expected string, number, boolean or dateTime, found "list". Cognito has no other types; keep anything else as a string.',
      );
      // @ts-expect-error a standard attribute has the name
      expect(() => new UserPool(stack, 'one', { name: 'a', customAttributes: { email: { type: 'string' } } })).toThrow(
        'test/one, customAttributes: expected a name that no standard attribute has, found "email". Use standardAttributes for it, or choose another name.',
      );
      expect(
        // @ts-expect-error a standard attribute has the name in Cognito
        () => new UserPool(stack, 'two', { name: 'a', customAttributes: { given_name: { type: 'string' } } }),
      ).toThrow('found "given_name"');
      expect(
        // @ts-expect-error Cognito puts the prefix there
        () => new UserPool(stack, 'three', { name: 'a', customAttributes: { 'custom:tenant': { type: 'string' } } }),
      ).toThrow('found "custom:tenant"');
    });
  });

  it.each<[string, Record<string, CustomAttribute>, string]>([
    [
      'a name is too long',
      { 'organization-of-a-user': { type: 'string' } },
      'test/users, customAttributes: expected a name of 1 to 20 characters without spaces, and without custom: or dev:, found "organization-of-a-user". Shorten it; Cognito puts custom: in front by itself.',
    ],
    [
      'a name has a space',
      { 'my tenant': { type: 'string' } },
      'found "my tenant". Write it in letters, digits and punctuation marks, such as my_attribute.',
    ],
    ['a name is empty', { '': { type: 'string' } }, 'found "". Name the attribute.'],
    ['a name is that of the id of users', { sub: { type: 'string' } }, 'a name that no standard attribute has'],
    [
      'a text may be too long',
      { note: { type: 'string', maxLength: 2049 } },
      'test/users, customAttributes.note.maxLength: expected a whole number from 0 to 2048, found 2049. Cognito keeps at most 2048 characters.',
    ],
    ['a length is negative', { note: { type: 'string', minLength: -1 } }, 'customAttributes.note.minLength'],
    [
      'no text could be long enough',
      { note: { type: 'string', minLength: 9, maxLength: 8 } },
      'test/users, customAttributes.note.minLength: expected at most 8, which is maxLength, found 9. No value could satisfy both; lower minLength or raise maxLength.',
    ],
    [
      'a limit of numbers is negative',
      { seats: { type: 'number', min: -1 } },
      'test/users, customAttributes.seats.min: expected a whole number from 0 to 9007199254740991, found -1. Cognito takes no other limits.',
    ],
    ['a limit of numbers has a fraction', { seats: { type: 'number', max: 1.5 } }, 'customAttributes.seats.max'],
    [
      'no number could be within the limits',
      { seats: { type: 'number', min: 5, max: 1 } },
      'test/users, customAttributes.seats.min: expected at most 1, which is max, found 5.',
    ],
  ])('fail when %s', (_, customAttributes, message) => {
    expect(() => users({ customAttributes })).toThrow(message);
  });
});
