import { synth } from '@gatehouse/testing';
import { Fn, Token, TerraformOutput, type TerraformStack } from 'cdktf';
import { ConstructError } from '@gatehouse/construct-kit';
import { UserPool, type UserPoolProps } from '../index';

const users = (props: Partial<UserPoolProps> = {}) =>
  synth((stack) => new UserPool(stack, 'users', { name: 'gatehouse-test', ...props })).resource.aws_cognito_user_pool
    ?.users;

describe('UserPool', () => {
  it('is closed and protected by default', () => {
    expect(users()).toEqual({
      name: 'gatehouse-test',
      deletion_protection: 'ACTIVE',
      username_attributes: ['email'],
      username_configuration: { case_sensitive: false },
      auto_verified_attributes: ['email'],
      verification_message_template: { default_email_option: 'CONFIRM_WITH_CODE' },
      user_attribute_update_settings: { attributes_require_verification_before_update: ['email'] },
      account_recovery_setting: { recovery_mechanism: [{ name: 'verified_email', priority: 1 }] },
      admin_create_user_config: { allow_admin_create_user_only: true },
      password_policy: {
        minimum_length: 12,
        require_lowercase: true,
        require_uppercase: true,
        require_numbers: true,
        require_symbols: true,
        temporary_password_validity_days: 7,
      },
      mfa_configuration: 'OPTIONAL',
      software_token_mfa_configuration: { enabled: true },
      sign_in_policy: { allowed_first_auth_factors: ['PASSWORD'] },
    });
  });

  it('makes nothing but the pool', () => {
    const { resource } = synth((stack) => new UserPool(stack, 'users', { name: 'gatehouse-test' }));

    expect(Object.keys(resource)).toEqual(['aws_cognito_user_pool']);
  });

  it('lets people sign up when selfSignUp is on', () => {
    expect(users({ selfSignUp: true })).toMatchObject({
      admin_create_user_config: { allow_admin_create_user_only: false },
    });
  });

  it('can be deleted when deletionProtection is off', () => {
    expect(users({ deletionProtection: false })).toMatchObject({ deletion_protection: 'INACTIVE' });
  });

  it('requires a second factor', () => {
    expect(users({ mfa: 'required' })).toMatchObject({
      mfa_configuration: 'ON',
      software_token_mfa_configuration: { enabled: true },
    });
  });

  it('configures no factor when the second factor is off', () => {
    const pool = users({ mfa: 'off' });

    expect(pool).toMatchObject({ mfa_configuration: 'OFF' });
    expect(pool).not.toHaveProperty('software_token_mfa_configuration');
  });

  it('fills up a partial password policy', () => {
    const passwordPolicy = { minLength: 20, requireSymbols: false, temporaryPasswordValidityDays: 1 };

    expect(users({ passwordPolicy })?.password_policy).toEqual({
      minimum_length: 20,
      require_lowercase: true,
      require_uppercase: true,
      require_numbers: true,
      require_symbols: false,
      temporary_password_validity_days: 1,
    });
  });

  it('takes every part of the password policy', () => {
    const passwordPolicy = {
      minLength: 6,
      requireLowercase: false,
      requireUppercase: false,
      requireDigits: false,
      requireSymbols: true,
      temporaryPasswordValidityDays: 365,
    };

    expect(users({ passwordPolicy })?.password_policy).toEqual({
      minimum_length: 6,
      require_lowercase: false,
      require_uppercase: false,
      require_numbers: false,
      require_symbols: true,
      temporary_password_validity_days: 365,
    });
  });

  it('has references for other constructs', () => {
    const { output } = synth((stack) => {
      const pool = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const { userPoolId, userPoolArn, endpoint, issuer } = pool;
      new TerraformOutput(stack, 'all', { value: { userPoolId, userPoolArn, endpoint, issuer } });
    });

    expect(output.all?.value).toEqual({
      userPoolId: '${aws_cognito_user_pool.users.id}',
      userPoolArn: '${aws_cognito_user_pool.users.arn}',
      endpoint: '${aws_cognito_user_pool.users.endpoint}',
      issuer: 'https://${aws_cognito_user_pool.users.endpoint}',
    });
  });

  it('is the default child, for arguments that have no prop', () => {
    let child: unknown;
    synth((stack) => (child = new UserPool(stack, 'users', { name: 'gatehouse-test' }).node.defaultChild));

    expect(child).toMatchObject({ terraformResourceType: 'aws_cognito_user_pool' });
  });

  it('leaves values that are not known yet to AWS', () => {
    const minLength = Token.asNumber(Fn.lengthOf(['a']));
    const name = Fn.join('-', ['a', 'b']);

    expect(users({ name, passwordPolicy: { minLength } })).toMatchObject({
      name: '${join("-", ["a", "b"])}',
      password_policy: { minimum_length: '${length(["a"])}' },
    });
  });

  it.each<[string, Partial<UserPoolProps>, string]>([
    [
      'its name is empty',
      { name: '' },
      'test/users, name: expected 1 to 128 letters, digits, spaces and _ + = , . @ -, found "". Cognito refuses other names.',
    ],
    ['its name is too long', { name: 'x'.repeat(129) }, 'name: expected 1 to 128 letters'],
    ['its name has a slash', { name: 'a/b' }, 'found "a/b"'],
    [
      'passwords may be too short',
      { passwordPolicy: { minLength: 5 } },
      'test/users, passwordPolicy.minLength: expected a whole number from 6 to 99, found 5. Cognito allows no other length.',
    ],
    ['passwords must be too long', { passwordPolicy: { minLength: 100 } }, 'from 6 to 99, found 100'],
    ['the length is no whole number', { passwordPolicy: { minLength: 8.5 } }, 'found 8.5'],
    [
      'a temporary password is never valid',
      { passwordPolicy: { temporaryPasswordValidityDays: 0 } },
      'test/users, passwordPolicy.temporaryPasswordValidityDays: expected a whole number from 1 to 365, found 0. Give whole days; Cognito replaces 0 by 7.',
    ],
    [
      'a temporary password is valid for too long',
      { passwordPolicy: { temporaryPasswordValidityDays: 366 } },
      'found 366',
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => users(props)).toThrow(message);
  });

  it('fails with an error that carries the path of the construct', () => {
    const build = (stack: TerraformStack) => new UserPool(stack, 'users', { name: '' });
    let error: unknown;

    try {
      synth(build);
    } catch (caught) {
      error = caught;
    }

    expect(error).toBeInstanceOf(ConstructError);
    expect(error).toMatchObject({ name: 'ConstructError', path: 'test/users' });
  });
});
