import { synth } from '@gatehouse/testing';
import { UserPool, type UserPoolProps } from '../index';

const users = (props: Partial<UserPoolProps<string>> = {}) =>
  synth((stack) => new UserPool<string>(stack, 'users', { name: 'acme', ...props })).resource.aws_cognito_user_pool
    ?.users;

describe('what people sign in with', () => {
  it.each<[string, UserPoolProps['signInWith'], object]>([
    ['e-mail', { email: true }, { username_attributes: ['email'], auto_verified_attributes: ['email'] }],
    ['phone', { phone: true }, { username_attributes: ['phone_number'], auto_verified_attributes: ['phone_number'] }],
    [
      'e-mail or phone',
      { email: true, phone: true },
      { username_attributes: ['email', 'phone_number'], auto_verified_attributes: ['email', 'phone_number'] },
    ],
    ['a username', { username: true }, { auto_verified_attributes: ['email'] }],
    [
      'a username or either',
      { username: true, email: true, phone: true, preferredUsername: true },
      {
        alias_attributes: ['email', 'phone_number', 'preferred_username'],
        auto_verified_attributes: ['email', 'phone_number'],
      },
    ],
    [
      'a username or a preferred one',
      { username: true, preferredUsername: true },
      { alias_attributes: ['preferred_username'], auto_verified_attributes: ['email'] },
    ],
  ])('is %s', (_, signInWith, expected) => {
    const { username_attributes, alias_attributes, auto_verified_attributes, ...pool } = users({ signInWith }) ?? {};

    expect(JSON.parse(JSON.stringify({ username_attributes, alias_attributes, auto_verified_attributes }))).toEqual(
      expected,
    );
    expect(pool.user_attribute_update_settings).toEqual({
      attributes_require_verification_before_update: auto_verified_attributes,
    });
  });

  it('does not compile where Cognito has no such pool', () => {
    // @ts-expect-error a preferred username is for people with a username
    expect(() => users({ signInWith: { email: true, preferredUsername: true } })).toThrow(
      'test/users, signInWith.preferredUsername: expected username: true beside it, found {"email":true,"preferredUsername":true}. Add username: true',
    );
    // @ts-expect-error nothing to sign in with
    expect(() => users({ signInWith: {} })).toThrow(
      'test/users, signInWith: expected email, phone or username, found {}. Set at least one of them to true.',
    );
    // @ts-expect-error nothing to sign in with
    expect(() => users({ signInWith: { email: false } })).toThrow('expected email, phone or username');
  });

  it('may be case-sensitive', () => {
    expect(users({ signInCaseSensitive: true })).toMatchObject({ username_configuration: { case_sensitive: true } });
  });

  it('need not be what is verified', () => {
    const pool = users({ signInWith: { username: true }, autoVerify: { email: false } });

    expect(pool).toMatchObject({ auto_verified_attributes: [] });
    expect(pool).not.toHaveProperty('user_attribute_update_settings');
  });

  it('may be replaced before the new value is verified, one of two', () => {
    expect(users({ autoVerify: { phone: true }, keepOriginal: { email: false } })).toMatchObject({
      auto_verified_attributes: ['email', 'phone_number'],
      user_attribute_update_settings: { attributes_require_verification_before_update: ['phone_number'] },
    });
  });

  it('fails when a value is to be kept that nobody verifies', () => {
    expect(() => users({ keepOriginal: { phone: true } })).toThrow(
      'test/users, keepOriginal.phone: expected autoVerify.phone, for Cognito keeps the old value until the new one is verified, found true. Set autoVerify.phone, or leave this out.',
    );
  });
});
