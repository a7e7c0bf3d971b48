import { domain, hook, member, pool, type RefusalCase, type Resources } from './case';

const sms = { sms_configuration: { external_id: 'x', sns_caller_arn: 'arn:aws:iam::123456789012:role/sms' } };
const sesOf = (region: string) => ({
  email_configuration: {
    email_sending_account: 'DEVELOPER',
    source_arn: `arn:aws:ses:${region}:123456789012:identity/example.com`,
  },
});
const ses = sesOf('eu-west-1');
const recovery = (...names: string[]) => ({
  account_recovery_setting: { recovery_mechanism: names.map((name, index) => ({ name, priority: index + 1 })) },
});
const factors = (...allowed_first_auth_factors: string[]) => ({ sign_in_policy: { allowed_first_auth_factors } });
const emailMfa = {
  mfa_configuration: 'OPTIONAL',
  email_mfa_configuration: { message: 'Code {####}', subject: 'Code' },
};
const lite = { user_pool_tier: 'LITE' };
const threats = { user_pool_add_ons: { advanced_security_mode: 'ENFORCED' } };
const withRisks = (body: object): Resources => ({
  ...pool({ ...body }),
  ...member('aws_cognito_risk_configuration', 'risks', {
    compromised_credentials_risk_configuration: { actions: { event_action: 'BLOCK' } },
  }),
});
const managedLogin = (tier: object): Resources => ({
  ...pool({ ...tier }),
  ...domain({ managed_login_version: 2 }),
});
const preToken = (lambda_version: string) => ({
  lambda_config: { pre_token_generation_config: { lambda_arn: hook('claims'), lambda_version } },
});

const ofFunction = { lambda_config: { pre_sign_up: '${aws_lambda_function.claims.arn}' } };
const functionThatKnows = (POOL: string): Resources => ({
  aws_lambda_function: { claims: { function_name: 'claims', environment: { variables: { POOL } } } },
});

const onLite = (feature: string, body: object, valid: object = body): RefusalCase => ({
  rule: 'feature-outside-plan',
  says: `Cognito refuses ${feature} on the feature plan LITE; ESSENTIALS and PLUS have it.`,
  broken: pool({ ...lite, ...body }),
  valid: pool({ ...valid }),
});

const userOf = (username: string): Resources => ({
  ...pool({ username_attributes: ['email'] }),
  ...member('aws_cognito_user', 'ann', { username }),
});

export const userPools: readonly RefusalCase[] = [
  {
    rule: 'dependency-cycle',
    says: 'Terraform cannot order them: aws_cognito_user_pool.people names aws_lambda_function.claims in lambda_config, aws_lambda_function.claims names aws_cognito_user_pool.people in environment.',
    broken: { ...pool(ofFunction), ...functionThatKnows('${aws_cognito_user_pool.people.id}') },
    valid: { ...pool(ofFunction), ...functionThatKnows('people') },
  },
  {
    rule: 'user-name-not-an-address',
    says: 'Cognito refuses the user name: people sign in to its pool with email.',
    broken: userOf('ann'),
    valid: userOf('ann@example.com'),
  },
  onLite('email MFA', { ...emailMfa, ...ses, ...recovery('admin_only') }),
  onLite('pre token generation V2_0', preToken('V2_0'), { ...lite, ...preToken('V1_0') }),
  onLite('pre token generation V3_0', preToken('V3_0')),
  onLite('sign-in with one-time codes', factors('PASSWORD', 'EMAIL_OTP')),
  onLite('passkeys', factors('PASSWORD', 'WEB_AUTHN'), { ...lite, ...factors('PASSWORD') }),
  onLite('passkeys', { web_authn_configuration: { relying_party_id: 'example.com' } }),
  onLite(
    'password history',
    { password_policy: { minimum_length: 12, password_history_size: 1 } },
    { ...lite, password_policy: { minimum_length: 12, password_history_size: 0 } },
  ),
  {
    ...onLite('managed login version 2', {}),
    broken: managedLogin(lite),
    valid: managedLogin({}),
  },
  {
    rule: 'feature-outside-plan',
    says: 'Cognito refuses threat protection on the feature plan ESSENTIALS; only PLUS has it.',
    broken: pool({ ...threats, user_pool_tier: 'ESSENTIALS' }),
    // Threat protection alone makes it PLUS.
    valid: pool(threats),
  },
  {
    rule: 'feature-outside-plan',
    says: 'Cognito refuses threat protection on the feature plan ESSENTIALS; only PLUS has it.',
    broken: pool({
      user_pool_tier: 'ESSENTIALS',
      user_pool_add_ons: {
        advanced_security_mode: 'OFF',
        advanced_security_additional_flows: { custom_auth_mode: 'AUDIT' },
      },
    }),
    valid: pool({ ...threats, user_pool_tier: 'PLUS' }),
  },
  {
    rule: 'risk-configuration-without-threat-protection',
    says: 'Cognito refuses it, because threat protection of the pool is off.',
    broken: withRisks({ user_pool_tier: 'PLUS' }),
    valid: withRisks(threats),
  },
  {
    rule: 'risk-configuration-without-threat-protection',
    says: 'Cognito refuses it, because threat protection of the pool is off.',
    broken: withRisks({ user_pool_add_ons: { advanced_security_mode: 'OFF' } }),
    valid: withRisks({ user_pool_add_ons: { advanced_security_mode: 'AUDIT' } }),
  },
  {
    rule: 'email-mfa-without-ses',
    says: 'Cognito refuses email MFA, because the pool sends with Cognito’s own mail.',
    broken: pool({ ...emailMfa, ...recovery('admin_only') }),
    valid: pool({ ...emailMfa, ...recovery('admin_only'), ...ses }),
  },
  {
    rule: 'email-mfa-with-email-recovery',
    says: 'Cognito refuses email MFA, because users recover their accounts by email alone.',
    broken: pool({ ...emailMfa, ...ses, ...recovery('verified_email') }),
    valid: pool({ ...emailMfa, ...ses, ...recovery('verified_email', 'verified_phone_number') }),
  },
  {
    rule: 'sms-without-role',
    says: 'Cognito refuses verification of phone numbers, because the pool has no role to send text messages with.',
    broken: pool({ auto_verified_attributes: ['email', 'phone_number'] }),
    valid: pool({ auto_verified_attributes: ['email', 'phone_number'], ...sms }),
  },
  {
    rule: 'sms-without-role',
    says: 'Cognito refuses sign-in with codes by SMS, because the pool has no role to send text messages with.',
    broken: pool(factors('PASSWORD', 'SMS_OTP')),
    valid: pool({ ...factors('PASSWORD', 'SMS_OTP'), ...sms }),
  },
  {
    rule: 'mfa-without-factor',
    says: 'Cognito refuses MFA, because the pool has no second factor.',
    broken: pool({ mfa_configuration: 'ON', software_token_mfa_configuration: { enabled: false } }),
    valid: pool({ mfa_configuration: 'ON', software_token_mfa_configuration: { enabled: true } }),
  },
  {
    rule: 'mfa-without-factor',
    says: 'Cognito refuses MFA, because the pool has no second factor.',
    broken: pool({ mfa_configuration: 'OPTIONAL', software_token_mfa_configuration: { enabled: false } }),
    valid: pool({ mfa_configuration: 'OFF', software_token_mfa_configuration: { enabled: false } }),
  },
  {
    rule: 'factor-while-mfa-off',
    says: 'Cognito refuses authenticator apps as a second factor while MFA is off.',
    broken: pool({ mfa_configuration: 'OFF', software_token_mfa_configuration: { enabled: true } }),
    // The role for text messages serves verification too.
    valid: pool({ mfa_configuration: 'OFF', ...sms }),
  },
  {
    rule: 'factor-while-mfa-off',
    says: 'Cognito refuses text messages beside passkeys while MFA is off.',
    broken: pool({ web_authn_configuration: { relying_party_id: 'example.com' }, ...sms }),
    valid: pool({
      ...{ web_authn_configuration: { relying_party_id: 'example.com' }, ...sms, mfa_configuration: 'OPTIONAL' },
    }),
  },
  {
    rule: 'passwordless-with-required-mfa',
    says: 'Cognito refuses EMAIL_OTP, WEB_AUTHN as a first factor while MFA is required.',
    broken: pool({
      ...{ mfa_configuration: 'ON', software_token_mfa_configuration: { enabled: true } },
      ...factors('PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'),
    }),
    valid: pool({
      ...{ mfa_configuration: 'OPTIONAL', software_token_mfa_configuration: { enabled: true } },
      ...factors('PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'),
    }),
  },
  {
    rule: 'password-factor-missing',
    says: 'Cognito refuses first factors without PASSWORD.',
    broken: pool(factors('EMAIL_OTP')),
    valid: pool(factors('PASSWORD', 'EMAIL_OTP')),
  },
];
