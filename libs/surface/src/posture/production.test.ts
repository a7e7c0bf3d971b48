import { evaluateRules } from '../findings/evaluate-rules';
import type { Tier } from '../findings/tiers';
import { surfaceFromSynth } from '../surface-from-synth';
import { cognitoDefaultMail, passwordInState, sesSandbox } from './rules';

const found = (resource: object, tier: Tier = 'production') =>
  evaluateRules([cognitoDefaultMail, passwordInState, sesSandbox], surfaceFromSynth([{ resource }]), tier).map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  );

describe('mail in production', () => {
  const pool = (body: object = {}) => ({ aws_cognito_user_pool: { people: { name: 'people', ...body } } });
  const mail = (email_sending_account: string) => pool({ email_configuration: { email_sending_account } });
  const refused = [
    'high cognito-default-mail: Users get no code and no invitation once the account has sent 50 messages on a day.',
  ];

  it('is refused where Cognito sends it, and accepted elsewhere', () => {
    expect(found(pool())).toEqual(refused);
    expect(found(mail('COGNITO_DEFAULT'))).toEqual(refused);
    expect(found(mail('COGNITO_DEFAULT'), 'staging')).toEqual([]);
  });

  it('is accepted through Amazon SES, through a function, and where it is not known', () => {
    expect(found(mail('DEVELOPER'))).toEqual([]);
    expect(found(mail('${var.account}'))).toEqual([]);
    expect(
      found(pool({ lambda_config: { custom_email_sender: { lambda_arn: 'arn', lambda_version: 'V1_0' } } })),
    ).toEqual([]);
  });
});

describe('Amazon SES in production', () => {
  const resource = (source_arn: string) => ({
    aws_sesv2_email_identity: { acme: { email_identity: 'acme.example' } },
    aws_cognito_user_pool: {
      people: { name: 'people', email_configuration: { email_sending_account: 'DEVELOPER', source_arn } },
    },
  });
  const made = resource('${aws_sesv2_email_identity.acme.arn}');

  it('may be in its sandbox, where its identity is new', () => {
    expect(found(made)).toEqual([
      'medium ses-sandbox: While Amazon SES is in its sandbox, users get no code and no invitation.',
    ]);
    expect(found(made, 'staging')).toEqual([]);
    expect(found(resource('arn:aws:ses:eu-west-1:111111111111:identity/acme.example'))).toEqual([]);
  });
});

describe('users in production', () => {
  const user = (body: object) => ({ aws_cognito_user: { ann: { username: 'ann', user_pool_id: 'p', ...body } } });
  const refused = ['high password-in-state: Everyone who can read the Terraform state can sign in as that user.'];

  it.each([{ password: '${var.password}' }, { temporary_password: 'Welcome-1234' }])('are refused with %j', (body) => {
    expect(found(user(body))).toEqual(refused);
    expect(found(user(body), 'development')).toEqual([]);
  });

  it('are accepted without a password', () => {
    expect(found(user({ attributes: { email: 'ann@example.com' } }))).toEqual([]);
  });
});
