/** Another value that AWS takes, by argument; undefined where any other would make something else of the resource. */
const others: Readonly<Record<string, unknown>> = {
  access_token: undefined,
  'account_recovery_setting.recovery_mechanism.name': undefined,
  advanced_security_mode: 'AUDIT',
  ambiguous_role_resolution: 'Deny',
  attribute_data_type: undefined,
  certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111',
  custom_auth_mode: 'ENFORCED',
  default_email_option: 'CONFIRM_WITH_LINK',
  deletion_protection: 'ACTIVE',
  email_message_by_link: 'Other {##link##}',
  event_action: 'NO_ACTION',
  feature: 'DISABLED',
  id_token: undefined,
  image_file: 'b3RoZXI=',
  lambda_arn: 'arn:aws:lambda:eu-west-1:123456789012:function:other',
  lambda_version: 'V1_0',
  managed_login_version: 1,
  match_type: 'NotEqual',
  message_action: 'RESEND',
  mfa_configuration: 'ON',
  prevent_user_existence_errors: 'LEGACY',
  provider_type: undefined,
  refresh_token: undefined,
  relying_party_id: 'example.org',
  role_arn: 'arn:aws:iam::123456789012:role/other',
  'role_mapping.type': undefined,
  sns_caller_arn: 'arn:aws:iam::123456789012:role/other',
  sns_region: 'us-east-1',
  source_arn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.org',
  user_pool_tier: 'ESSENTIALS',
  user_verification: 'preferred',
};

const lambdas = /^lambda_config\.[a-z_]+$/;

/** A value that differs from this one; undefined where there is none that is known. */
export function otherValue(path: readonly string[], value: unknown): unknown {
  const name = path.at(-1)!;
  const whole = path.join('.');
  if (whole in others) return others[whole];
  if (lambdas.test(whole)) return others['lambda_arn'];
  if (name in others) return others[name] === value ? undefined : others[name];
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.length > 1 ? value.slice(1) : undefined;
  // A reference to what another resource has is no value of its own.
  if (typeof value !== 'string' || value.includes('${')) return undefined;
  if (/^\d+$/.test(value)) return String(Number(value) + 1);
  return value.startsWith('arn:') ? undefined : `x${value}`;
}
