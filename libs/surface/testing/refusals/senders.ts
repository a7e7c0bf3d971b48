import { member, pool, type RefusalCase, type Resources } from './case';

const sms = { sms_configuration: { external_id: 'x', sns_caller_arn: 'arn:aws:iam::123456789012:role/sms' } };
const sesOf = (region: string) => ({
  email_configuration: {
    email_sending_account: 'DEVELOPER',
    source_arn: `arn:aws:ses:${region}:123456789012:identity/example.com`,
  },
});
const ses = sesOf('eu-west-1');
const threats = { user_pool_add_ons: { advanced_security_mode: 'ENFORCED' } };
const smsOf = (sns_region: string) => ({ sms_configuration: { ...sms.sms_configuration, sns_region } });
const identity = (name: string) => `arn:aws:ses:eu-west-1:123456789012:identity/${name}`;
const sesFrom = (from_email_address: string, source_arn = identity('example.com')) => ({
  email_configuration: { email_sending_account: 'DEVELOPER', from_email_address, source_arn },
});
const MADE = '${aws_sesv2_email_identity.mail.arn}';
const mailIdentity: Resources = { aws_sesv2_email_identity: { mail: { email_identity: 'example.com' } } };
const withNotices = (notify_configuration: object): Resources => ({
  ...pool(threats),
  ...member('aws_cognito_risk_configuration', 'risks', {
    account_takeover_risk_configuration: {
      actions: { high_action: { event_action: 'BLOCK', notify: true } },
      notify_configuration,
    },
  }),
});

/** What sends mails and text messages of a user pool. */
export const senders: readonly RefusalCase[] = [
  {
    rule: 'ses-identity-missing',
    says: 'Cognito refuses to send through Amazon SES without a source_arn.',
    broken: pool({ email_configuration: { email_sending_account: 'DEVELOPER' } }),
    valid: pool(ses),
  },
  {
    rule: 'ses-identity-invalid',
    says: 'Cognito refuses arn:aws:sns:eu-west-1:123456789012:mail, because it is no identity of Amazon SES.',
    broken: pool(sesFrom('a@example.com', 'arn:aws:sns:eu-west-1:123456789012:mail')),
    valid: pool(sesFrom('a@example.com')),
  },
  {
    rule: 'ses-identity-invalid',
    says: 'Cognito refuses to send from an address of example.org with the identity example.com.',
    broken: pool(sesFrom('Example <a@example.org>')),
    valid: pool(sesFrom('Example <a@mail.Example.com>')),
  },
  {
    rule: 'ses-identity-invalid',
    says: 'Cognito refuses to send from an address of badexample.com with the identity example.com.',
    broken: { ...pool(sesFrom('a@badexample.com', MADE)), ...mailIdentity },
    valid: { ...pool(sesFrom('a@example.com', MADE)), ...mailIdentity },
  },
  {
    rule: 'ses-identity-invalid',
    says: 'Cognito refuses to send from an address of mail.example.com with the identity (e-mail address).',
    broken: withNotices({ from: 'a@mail.example.com', source_arn: identity('hello@example.com') }),
    valid: withNotices({ from: 'a@xn--exmple-cua.com', source_arn: identity('exämple.com') }),
  },
  {
    rule: 'ses-region-not-supported',
    says: 'Cognito refuses Amazon SES of eu-west-1 for a user pool of eu-west-3; it takes eu-west-3.',
    region: 'eu-west-3',
    broken: withNotices({ source_arn: identity('example.com') }),
    valid: withNotices({ source_arn: identity('example.com').replace('eu-west-1', 'eu-west-3') }),
  },
  {
    rule: 'ses-region-not-supported',
    says: 'Cognito refuses Amazon SES of eu-central-1 for a user pool of eu-west-2; it takes eu-west-2, us-east-1, us-west-2, eu-west-1.',
    region: 'eu-west-2',
    broken: pool(sesOf('eu-central-1')),
    valid: pool(sesOf('eu-west-1')),
  },
  {
    rule: 'ses-region-not-supported',
    says: 'Cognito refuses Amazon SES of eu-west-1 for a user pool of eu-west-3; it takes eu-west-3.',
    region: 'eu-west-3',
    broken: pool(sesOf('eu-west-1')),
    valid: pool(sesOf('eu-west-3')),
  },
  {
    rule: 'sms-region-not-supported',
    says: 'Cognito refuses text messages from ap-northeast-2 for a user pool of ap-northeast-2; it takes ap-northeast-1.',
    region: 'ap-northeast-2',
    broken: pool(smsOf('ap-northeast-2')),
    valid: pool(smsOf('ap-northeast-1')),
  },
  {
    rule: 'sms-region-not-supported',
    says: 'Cognito refuses text messages without sns_region for a user pool of ap-northeast-2; it takes ap-northeast-1.',
    region: 'ap-northeast-2',
    broken: pool(sms),
    valid: pool(smsOf('ap-northeast-1')),
  },
  {
    rule: 'sms-region-not-supported',
    says: 'Cognito refuses text messages from us-east-1 for a user pool of eu-west-1; it takes eu-west-1.',
    region: 'eu-west-1',
    broken: pool(smsOf('us-east-1')),
    valid: pool(sms),
  },
];
