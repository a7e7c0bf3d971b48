import { type Fault } from '../fault';

const pool = 'aws_cognito_user_pool';
const client = 'aws_cognito_user_pool_client';

const notSeen = (argument: string, what: string, ours: string, report = 'none found'): Fault => ({
  argument,
  kind: 'left out',
  found: 'not seen',
  what,
  report,
  ours,
});

const ALWAYS = 'always written, also when it is off';

/** Every argument that ever failed, whether we work around it or not. */
export const faults: readonly Fault[] = [
  notSeen(
    `${pool}.sign_in_policy`,
    'the first factors stay on',
    `${ALWAYS}; on the plan \`lite\` there are none`,
    '[cdkd#1979](https://github.com/go-to-k/cdkd/issues/1979)',
  ),
  notSeen(`${pool}.sms_configuration`, 'the pool goes on sending SMS', '`sms` says that it cannot be taken out'),
  notSeen(`${pool}.user_pool_tier`, 'the plan stays', '`featurePlan` of an environment file stays written'),
  notSeen(
    `${pool}.account_recovery_setting`,
    'the recovery stays',
    'always written, but for `emailOrPhone`, which is for new pools',
  ),
  notSeen(
    `${pool}.user_pool_add_ons.advanced_security_additional_flows`,
    'custom challenges stay protected',
    '`threatProtection.custom` says so: write `audit`',
  ),
  notSeen(
    `${pool}.verification_message_template.email_message`,
    'the text stays',
    'every text is written once one is; `messages: {}` brings back those of Cognito',
  ),
  notSeen(`${pool}.username_configuration`, 'letter case stays as it is', ALWAYS),
  notSeen('aws_cognito_user_pool_domain.managed_login_version', 'the version of the pages stays', ALWAYS),
  notSeen(
    'aws_cognito_risk_configuration.compromised_credentials_risk_configuration.event_filter',
    'the moments stay',
    ALWAYS,
  ),
  notSeen(`${client}.explicit_auth_flows`, 'the flows stay', ALWAYS),
  notSeen(`${client}.allowed_oauth_flows`, 'OAuth stays on', ALWAYS),
  notSeen(`${client}.callback_urls`, 'the URLs stay', ALWAYS),
  notSeen(`${client}.supported_identity_providers`, 'the providers stay', ALWAYS),
  {
    argument: 'aws_cognito_user.attributes',
    kind: 'left out',
    found: 'refused',
    what: 'the provider takes the `email` of the sign-in name away, and then does not find the user',
    report: 'none found',
    ours: '`addTestUser` writes it',
  },
];
