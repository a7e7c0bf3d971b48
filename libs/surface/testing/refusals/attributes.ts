import { hook, pool, type RefusalCase } from './case';

const attribute = (name: string, more: object = {}) => ({
  schema: [{ name, attribute_data_type: 'String', mutable: true, ...more }],
});
const lengths = (min_length: string, max_length: string) => ({
  string_attribute_constraints: { min_length, max_length },
});
const invalid = (says: string, broken: object, valid: object): RefusalCase => ({
  rule: 'invalid-attribute',
  says: `Cognito refuses ${says}`,
  broken: pool({ ...broken }),
  valid: pool({ ...valid }),
});
const message = (says: string, broken: object, valid: object): RefusalCase => ({
  ...invalid(says, broken, valid),
  rule: 'message-without-code',
});
const template = (body: object) => ({ verification_message_template: body });
const invitation = (email_message: string) => ({
  admin_create_user_config: { invite_message_template: { email_message, email_subject: 'Welcome' } },
});
const policy = (body: object) => ({ password_policy: { minimum_length: 12, ...body } });
const password = (says: string, broken: object, valid: object): RefusalCase => ({
  ...invalid(says, policy(broken), policy(valid)),
  rule: 'password-policy-out-of-range',
});

export const attributes: readonly RefusalCase[] = [
  {
    rule: 'aliases-with-username-attributes',
    says: 'Cognito refuses the alias preferred_username in a pool whose user name is email.',
    broken: pool({ username_attributes: ['email'], alias_attributes: ['preferred_username'] }),
    valid: pool({ alias_attributes: ['email', 'preferred_username'] }),
  },
  {
    rule: 'unverified-attribute-kept',
    says: 'Cognito refuses to keep the original email, which it does not verify.',
    broken: pool({ user_attribute_update_settings: { attributes_require_verification_before_update: ['email'] } }),
    valid: pool({
      auto_verified_attributes: ['email'],
      user_attribute_update_settings: { attributes_require_verification_before_update: ['email'] },
    }),
  },
  {
    rule: 'custom-sender-without-key',
    says: 'Cognito refuses custom_email_sender, because lambda_config has no kms_key_id.',
    broken: pool({ lambda_config: { custom_email_sender: { lambda_arn: hook('mail'), lambda_version: 'V1_0' } } }),
    valid: pool({
      lambda_config: {
        custom_email_sender: { lambda_arn: hook('mail'), lambda_version: 'V1_0' },
        kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/a',
      },
    }),
  },
  {
    rule: 'pre-token-functions-differ',
    says: 'Cognito refuses pre_token_generation and pre_token_generation_config with different functions.',
    broken: pool({
      lambda_config: {
        pre_token_generation: hook('old'),
        pre_token_generation_config: { lambda_arn: hook('new'), lambda_version: 'V2_0' },
      },
    }),
    valid: pool({
      lambda_config: {
        pre_token_generation: hook('new'),
        pre_token_generation_config: { lambda_arn: hook('new'), lambda_version: 'V2_0' },
      },
    }),
  },
  invalid(
    'birthdate as DateTime: it is a standard attribute of type String.',
    attribute('birthdate', { attribute_data_type: 'DateTime' }),
    attribute('born', { attribute_data_type: 'DateTime' }),
  ),
  invalid(
    'tenant as required: only standard attributes can be.',
    attribute('tenant', { required: true }),
    attribute('email', { required: true }),
  ),
  invalid(
    'the name abcdefghijklmnopqrstu, which has 21 characters.',
    attribute('abcdefghijklmnopqrstu'),
    attribute('abcdefghijklmnopqrst'),
  ),
  invalid('the name custom:tenant, because it adds "custom:" itself.', attribute('custom:tenant'), attribute('tenant')),
  invalid(
    'tenant, because its lower limit is above the upper one.',
    attribute('tenant', lengths('10', '9')),
    attribute('tenant', lengths('9', '9')),
  ),
  invalid(
    'level, because its lower limit is above the upper one.',
    attribute('level', {
      ...{ attribute_data_type: 'Number', number_attribute_constraints: { min_value: '10', max_value: '9' } },
    }),
    attribute('level', { attribute_data_type: 'Number', number_attribute_constraints: { min_value: '10' } }),
  ),
  invalid(
    'tenant with up to 2049 characters.',
    attribute('tenant', lengths('0', '2049')),
    attribute('tenant', lengths('0', '2048')),
  ),
  message(
    'verification_message_template.email_message without {####}.',
    template({ email_message: 'Your code' }),
    template({ email_message: 'Your code is {####}' }),
  ),
  message(
    'verification_message_template.email_message_by_link without {##text##}.',
    template({ email_message_by_link: 'Click here' }),
    template({ email_message_by_link: 'Click {##here##}' }),
  ),
  message(
    'invite_message_template.email_message without {username}.',
    invitation('Your password is {####}'),
    invitation('{username}, your password is {####}'),
  ),
  message(
    'sms_authentication_message of 141 characters; a text message has at most 140.',
    { sms_authentication_message: `{####}${'x'.repeat(135)}` },
    { sms_authentication_message: `{####}${'x'.repeat(134)}` },
  ),
  password('a minimum length of 5 characters; it accepts 6 to 99.', { minimum_length: 5 }, { minimum_length: 6 }),
  password(
    'a history of 25 passwords; it accepts 0 to 24.',
    { password_history_size: 25 },
    { password_history_size: 24 },
  ),
  password(
    'temporary passwords of 366 days; it accepts 0 to 365.',
    { temporary_password_validity_days: 366 },
    { temporary_password_validity_days: 365 },
  ),
];
