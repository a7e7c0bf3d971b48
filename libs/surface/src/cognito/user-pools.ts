import type { Unknown, UserAttribute, UserPool } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import { sortedBy } from '../order';
import { webAclOf } from '../protection/web-acls';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { readCustomAuthThreatProtection, readThreatProtection, readTier } from './feature-plan';
import { readGroupScopes } from './group-scopes';
import { readEmail, readMessages } from './messages';
import { readPasskeys, readRecovery } from './sign-in';
import { readPreToken, readTriggers } from './triggers';

const CONSTRAINTS = ['min_length', 'max_length', 'min_value', 'max_value'];

export const readUserPools = (catalog: Catalog): UserPool<Unknown>[] =>
  catalog.managed('aws_cognito_user_pool').map((pool) => ({
    id: pool.computed('id'),
    arn: pool.computed('arn'),
    name: pool.text('name', unknown()),
    endpoint: pool.computed('endpoint'),
    selfSignUp: not(pool.blockOrEmpty('admin_create_user_config').flag('allow_admin_create_user_only', false)),
    deletionProtection: equals(pool.text('deletion_protection', 'INACTIVE'), 'ACTIVE'),
    mfa: pool.text('mfa_configuration', 'OFF'),
    mfaMethods: readMfaMethods(pool),
    passwordPolicy: readPasswordPolicy(pool),
    tier: readTier(pool),
    threatProtection: readThreatProtection(pool),
    customAuthThreatProtection: readCustomAuthThreatProtection(pool),
    triggers: readTriggers(pool),
    preToken: readPreToken(pool),
    firstFactors: pool.blockOrEmpty('sign_in_policy').texts('allowed_first_auth_factors'),
    passkeys: readPasskeys(pool),
    recovery: readRecovery(pool),
    email: readEmail(pool, catalog),
    emailVerification: pool
      .blockOrEmpty('verification_message_template')
      .text('default_email_option', 'CONFIRM_WITH_CODE'),
    messages: readMessages(pool),
    usernameAttributes: pool.texts('username_attributes'),
    aliasAttributes: pool.texts('alias_attributes'),
    autoVerifiedAttributes: pool.texts('auto_verified_attributes'),
    verifiedBeforeUpdate: pool
      .blockOrEmpty('user_attribute_update_settings')
      .texts('attributes_require_verification_before_update'),
    usernameCaseSensitive: pool.blockOrEmpty('username_configuration').flag('case_sensitive', true),
    attributes: readAttributes(pool),
    ...pool.located,
    ...optional('groupScopes', readGroupScopes(pool, catalog)),
    ...optional('relyingParty', pool.blockOrEmpty('web_authn_configuration').text('relying_party_id')),
    ...optional('senderKey', pool.blockOrEmpty('lambda_config').text('kms_key_id')),
    ...readSms(pool),
    ...optional('region', pool.region),
    ...optional('webAclArn', webAclOf(pool, catalog)),
  }));

function readSms(pool: Resource): Pick<UserPool<Unknown>, 'smsRole' | 'smsRegion'> {
  const sms = pool.block('sms_configuration');
  return {
    ...optional('smsRole', sms?.text('sns_caller_arn', unknown())),
    ...optional('smsRegion', sms?.text('sns_region')),
  };
}

function readMfaMethods(pool: Resource): UserPool<Unknown>['mfaMethods'] {
  const totp = pool.blockOrEmpty('software_token_mfa_configuration').flag('enabled', false);
  const sms = pool.block('sms_configuration');
  const email = pool.block('email_mfa_configuration');
  return [
    ...(sms ? [sms.isUnknown() ?? ('SMS' as const)] : []),
    ...(isUnknown(totp) ? [totp] : totp ? (['TOTP'] as const) : []),
    ...(email ? [email.isUnknown() ?? ('EMAIL' as const)] : []),
  ];
}

/** Not set: what Cognito gives a pool without a policy (CreateUserPool, PasswordPolicyType). */
function readPasswordPolicy(pool: Resource): UserPool<Unknown>['passwordPolicy'] {
  const policy = pool.block('password_policy');
  const values = policy ?? pool.blockOrEmpty('password_policy');
  // The provider's own defaults inside a block are "not required"; Cognito's without a block are "required".
  const required = policy === undefined;
  return {
    minLength: values.number('minimum_length', 8),
    requireLowercase: values.flag('require_lowercase', required),
    requireUppercase: values.flag('require_uppercase', required),
    requireDigits: values.flag('require_numbers', required),
    requireSymbols: values.flag('require_symbols', required),
    historySize: values.number('password_history_size', 0),
    temporaryPasswordValidity: values.number('temporary_password_validity_days', 7),
  };
}

function readAttributes(pool: Resource): UserPool<Unknown>['attributes'] {
  const schema = pool.blocks('schema');
  return isUnknown(schema) ? schema : sortedBy(schema.map(readAttribute), ({ name }) => name);
}

function readAttribute(attribute: Values): UserAttribute<Unknown> {
  const blocks = ['string_attribute_constraints', 'number_attribute_constraints'].flatMap(
    (name) => attribute.block(name) ?? [],
  );
  const constraints = blocks.flatMap((block) =>
    CONSTRAINTS.flatMap((name) => {
      const value = block.text(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return {
    name: attribute.text('name', unknown()),
    type: attribute.text('attribute_data_type', unknown()),
    mutable: attribute.flag('mutable', false),
    required: attribute.flag('required', false),
    constraints: Object.fromEntries(constraints),
  };
}

const not = (value: boolean | Unknown): boolean | Unknown => (isUnknown(value) ? value : !value);
const equals = (value: string | Unknown, wanted: string): boolean | Unknown =>
  isUnknown(value) ? value : value === wanted;
