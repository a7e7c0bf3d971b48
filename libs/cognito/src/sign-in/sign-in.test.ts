import { synth } from '@gatehouse/testing';
import { type AccountRecovery, UserPool, type UserPoolProps } from '../index';

const users = (props: Partial<UserPoolProps> = {}) =>
  synth((stack) => new UserPool(stack, 'users', { name: 'gatehouse-test', ...props })).resource.aws_cognito_user_pool
    ?.users as Record<string, unknown>;

describe('second factors', () => {
  it('are codes by SMS and by e-mail when the author chooses them, with texts of the pool', () => {
    const secondFactors = { totp: false, sms: true, email: true };
    const secondFactor = { emailSubject: 'Code', emailBody: 'Mail {####}', sms: 'Code {####}' };

    expect(users({ mfa: 'required', sms: {}, secondFactors, messages: { secondFactor } })).toMatchObject({
      mfa_configuration: 'ON',
      software_token_mfa_configuration: { enabled: false },
      sms_authentication_message: 'Code {####}',
      email_mfa_configuration: { subject: 'Code', message: 'Mail {####}' },
    });
  });

  it("have Cognito's texts otherwise", () => {
    expect(users({ secondFactors: { email: true } })).toMatchObject({
      software_token_mfa_configuration: { enabled: true },
      email_mfa_configuration: { subject: 'Your authentication code', message: 'Your authentication code is {####}.' },
    });
  });

  it.each<[string, Partial<UserPoolProps>, string]>([
    [
      'none, though people need one',
      { mfa: 'required', secondFactors: { totp: false } },
      'test/users, secondFactors: expected a second factor, because mfa is "required", found {"totp":false}. Leave totp on, or set mfa to "off".',
    ],
    [
      'one, though mfa is off',
      { mfa: 'off', secondFactors: { email: true } },
      'secondFactors: expected no second factor, because mfa is "off", found {"email":true}.',
    ],
    [
      'SMS of a pool that sends none',
      { secondFactors: { sms: true } },
      'secondFactors.sms: expected a pool that sends SMS, found true. Add sms: {} to the pool.',
    ],
    [
      'no SMS of a pool that sends them',
      { sms: {}, secondFactors: { sms: false } },
      'secondFactors.sms: expected true, because the pool has sms, found false. The provider makes SMS a second factor of each pool that sends them',
    ],
  ])('are refused: %s', (_, props, message) => {
    expect(() => users(props)).toThrow(message);
  });
});

describe('first factors', () => {
  it('are a choice beside the password', () => {
    const firstFactors = { emailCode: true, smsCode: true, passkey: { relyingPartyId: 'acme.com' } };

    expect(users({ firstFactors })).toMatchObject({
      sign_in_policy: { allowed_first_auth_factors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] },
      web_authn_configuration: { relying_party_id: 'acme.com', user_verification: 'preferred' },
    });
  });

  it('are written out when they are off, so that one which is taken away goes off', () => {
    const pool = users({ firstFactors: {} });

    expect(pool).toMatchObject({ sign_in_policy: { allowed_first_auth_factors: ['PASSWORD'] } });
    expect(pool).not.toHaveProperty('web_authn_configuration');
    expect(users({ featurePlan: 'lite' })).not.toHaveProperty('sign_in_policy');
  });

  it('may need the person to be verified by the device', () => {
    const passkey = { relyingPartyId: 'localhost', userVerification: 'required' } as const;

    expect(users({ firstFactors: { passkey } })).toMatchObject({
      web_authn_configuration: { relying_party_id: 'localhost', user_verification: 'required' },
    });
  });

  it('refuse passkeys of a domain that is too long', () => {
    const of = (length: number) => `${'a.'.repeat(length)}com`.slice(length % 2);
    expect(() => users({ firstFactors: { passkey: { relyingPartyId: of(63) } } })).toThrow('of at most 127 characters');
    expect(() => users({ firstFactors: { passkey: { relyingPartyId: of(62) } } })).not.toThrow();
  });

  it('refuse passkeys of what is no domain', () => {
    expect(() => users({ firstFactors: { passkey: { relyingPartyId: 'https://acme.com' } } })).toThrow(
      'test/users, firstFactors.passkey.relyingPartyId: expected a domain name in lowercase, such as example.com, of at most 127 characters, found "https://acme.com". Write the domain alone, without scheme, port and path.',
    );
  });
});

describe('account recovery', () => {
  const names = (props: Partial<UserPoolProps>) =>
    (users(props).account_recovery_setting as { recovery_mechanism: { name: string }[] } | undefined)
      ?.recovery_mechanism;

  it.each<[AccountRecovery, readonly string[]]>([
    ['administrator', ['admin_only']],
    ['emailOnly', ['verified_email']],
    ['emailThenPhone', ['verified_email', 'verified_phone_number']],
    ['phoneOnly', ['verified_phone_number']],
    ['phoneThenEmail', ['verified_phone_number', 'verified_email']],
  ])('%s', (accountRecovery, expected) => {
    expect(names({ accountRecovery })).toEqual(expected.map((name, index) => ({ name, priority: index + 1 })));
  });

  it('emailOrPhone is no setting at all', () => {
    expect(names({ accountRecovery: 'emailOrPhone' })).toBeUndefined();
  });

  it.each<[string, Partial<UserPoolProps>, string]>([
    ['by e-mail where that is verified', { autoVerify: { email: true, phone: true } }, 'verified_email'],
    ['by phone where that alone is verified', { signInWith: { phone: true } }, 'verified_phone_number'],
    ['by an administrator where nothing is', { autoVerify: { email: false } }, 'admin_only'],
  ])('is %s', (_, props, name) => {
    expect(names(props)).toEqual([{ name, priority: 1 }]);
  });
});

describe('the rest of sign-in', () => {
  it('remembers devices', () => {
    expect(users({ deviceTracking: { challengeRequiredOnNewDevice: true } })).toMatchObject({
      device_configuration: { challenge_required_on_new_device: true, device_only_remembered_on_user_prompt: false },
    });
  });

  it('has a plan and threat protection', () => {
    const threatProtection = { standard: 'enforced', custom: 'audit' } as const;

    expect(users({ featurePlan: 'plus', threatProtection })).toMatchObject({
      user_pool_tier: 'PLUS',
      user_pool_add_ons: {
        advanced_security_mode: 'ENFORCED',
        advanced_security_additional_flows: { custom_auth_mode: 'AUDIT' },
      },
    });
    expect(users({ threatProtection: { standard: 'off' } })).toMatchObject({
      user_pool_add_ons: { advanced_security_mode: 'OFF' },
    });
  });

  it('remembers passwords', () => {
    expect(users({ passwordPolicy: { historySize: 5 } })).toMatchObject({
      password_policy: { password_history_size: 5 },
    });
    expect(() => users({ passwordPolicy: { historySize: 25 } })).toThrow(
      'test/users, passwordPolicy.historySize: expected a whole number from 0 to 24, found 25.',
    );
  });

  it('does not compile with what Cognito does not have', () => {
    const never = () => {
      // @ts-expect-error no such plan
      users({ featurePlan: 'gold' });
      // @ts-expect-error no such way
      users({ accountRecovery: 'none' });
      // @ts-expect-error passkeys are made for a domain
      users({ firstFactors: { passkey: {} } });
      // @ts-expect-error no such mode
      users({ threatProtection: { standard: 'on' } });
    };
    expect(never).toThrow();
  });
});
