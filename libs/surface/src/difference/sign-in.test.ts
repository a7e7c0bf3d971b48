import { found, handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const POOL = 'aws_cognito_user_pool.people';
const DOMAIN = 'aws_cognito_user_pool_domain.pages';
const CLIENT = 'aws_cognito_user_pool_client.app';
const PROVIDER = 'aws_cognito_identity_provider.work';
const RISKS = 'aws_cognito_risk_configuration.people';
const pool = (more: object = {}) => ({ id: 'p', name: 'people', ...more });
const said = (...plan: Parameters<typeof handPlan>) =>
  findingsOf(handPlan(...plan)).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('attributes that users may write', () => {
  const client = (write_attributes?: string[]) => ({ id: 'c', name: 'app', user_pool_id: 'p', write_attributes });
  const withAttributes = (...names: string[]) =>
    pool({ schema: names.map((name) => ({ name, attribute_data_type: 'String', mutable: name !== 'since' })) });
  const written = (before?: string[], after?: string[]) =>
    said({ [CLIENT]: [client(before), client(after)], [POOL]: [withAttributes('tenant'), withAttributes('tenant')] });

  it('are all that may change where nothing is written', () => {
    expect(written(undefined, ['custom:tenant', 'email'])).toEqual([]);
    expect(written(['email'], ['custom:tenant', 'email'])).toEqual([
      'high attribute-writable: Users of app can set their own custom:tenant.',
    ]);
    expect(written(['email'])).toEqual([
      expect.stringMatching(/^high attribute-writable: Users of app can set their own address, .*, custom:tenant\.$/),
    ]);
  });

  it('are more when the pool has more, unless the client has a list', () => {
    const added = (...write_attributes: string[][]) =>
      said({
        [CLIENT]: [client(...write_attributes), client(...write_attributes)],
        [POOL]: [withAttributes(), withAttributes('shoeSize', 'since')],
      }).filter((each) => each.includes('attribute-writable'));

    expect(added()).toEqual(['medium attribute-writable: Users of app can set their own custom:shoeSize.']);
    expect(added(['email'])).toEqual([]);
  });
});

describe('factors', () => {
  const first = (...allowed_first_auth_factors: string[]) => pool({ sign_in_policy: [{ allowed_first_auth_factors }] });
  const app = { mfa_configuration: 'OPTIONAL', software_token_mfa_configuration: [{ enabled: true }] };
  const sms = { sms_configuration: [{ external_id: 'x', sns_caller_arn: 'arn:aws:iam::123456789012:role/sms' }] };

  it('that begin a sign-in say what is enough for it', () => {
    expect(said({ [POOL]: [pool(), first('PASSWORD')] })).toEqual([]);
    expect(said({ [POOL]: [pool(), first('PASSWORD', 'SMS_OTP', 'WEB_AUTHN')] })).toEqual([
      'medium first-factor-added: Anyone who controls the phone number of a user can sign in to people with that alone.',
      'expected first-factor-added: Users with a passkey can sign in to people with that alone.',
    ]);
  });

  it('that can be taken over are weaker than an app', () => {
    expect(said({ [POOL]: [pool(app), pool({ ...app, ...sms })] })).toEqual([
      'medium mfa-weaker: Anyone who takes over the phone number of a user of people can have the second factor.',
    ]);
  });
});

describe('a second factor that goes', () => {
  const factors = (mfa_configuration: string, ...names: ('app' | 'email' | 'sms')[]) =>
    pool({
      mfa_configuration,
      ...(names.includes('app') && { software_token_mfa_configuration: [{ enabled: true }] }),
      ...(names.includes('email') && { email_mfa_configuration: [{ message: 'm', subject: 's' }] }),
      ...(names.includes('sms') && { sms_configuration: [{ external_id: 'x', sns_caller_arn: 'arn' }] }),
    });
  const gone = (before: ReturnType<typeof pool>, after: ReturnType<typeof pool>) =>
    said({ [POOL]: [before, after] }).filter((each) => each.includes('mfa-weaker'));

  it('leaves users with the password alone where it is optional', () => {
    expect(gone(factors('OPTIONAL', 'app', 'sms'), factors('OPTIONAL', 'app'))).toEqual([
      'medium mfa-weaker: Users of people whose second factor is SMS sign in with the password alone.',
    ]);
    expect(gone(factors('ON', 'app', 'sms'), factors('ON', 'app'))).toEqual([]);
    expect(gone(factors('OPTIONAL', 'app'), factors('OPTIONAL', 'app'))).toEqual([]);
  });

  it('is said once, by the worst of it', () => {
    expect(gone(factors('OPTIONAL', 'app', 'email', 'sms'), factors('OPTIONAL', 'email'))).toEqual([
      'high mfa-weaker: Users of people can no longer use an authenticator app as the second factor.',
    ]);
  });
});

describe('passkeys', () => {
  const keys = (relying_party_id: string, ...allowed_first_auth_factors: string[]) =>
    pool({ sign_in_policy: [{ allowed_first_auth_factors }], web_authn_configuration: [{ relying_party_id }] });
  const lost = ['high passkeys-lost: Users of people can no longer sign in with the passkeys that they have.'];

  it('are lost with another domain, and without their factor', () => {
    const before = keys('a.example', 'PASSWORD', 'WEB_AUTHN');
    expect(said({ [POOL]: [before, keys('b.example', 'PASSWORD', 'WEB_AUTHN')] })).toEqual(lost);
    expect(said({ [POOL]: [before, keys('a.example', 'PASSWORD')] })).toEqual(lost);
    expect(said({ [POOL]: [before, before] })).toEqual([]);
  });

  it('are lost with a domain of its own where the domain of the pool is the relying party', () => {
    const implied = keys('', 'PASSWORD', 'WEB_AUTHN');
    const [prefix, own] = [{ domain: 'people' }, { domain: 'login.example', certificate_arn: 'arn:aws:acm:x' }];
    const domains = (domain: object) => ({ id: 'd', user_pool_id: 'p', ...domain });
    const to = (pools: [ReturnType<typeof pool>, ReturnType<typeof pool>], second?: object) =>
      said({ [POOL]: pools, [DOMAIN]: [domains(prefix), domains(second ?? prefix)] }).filter((each) =>
        /passkeys/.test(each),
      );

    expect(to([implied, implied], own)).toEqual(lost);
    expect(to([implied, implied])).toEqual([]);
    expect(to([implied, keys('people.auth.eu-west-1.amazoncognito.com', 'PASSWORD', 'WEB_AUTHN')], own)).toEqual([]);
    expect(
      to([keys('login.example', 'PASSWORD', 'WEB_AUTHN'), keys('login.example', 'PASSWORD', 'WEB_AUTHN')], own),
    ).toEqual([]);
  });
});

describe('rotation of refresh tokens', () => {
  const client = (...refresh_token_rotation: object[]) => ({
    ...{ id: 'c', name: 'app', user_pool_id: 'p', refresh_token_rotation },
  });
  const on = { feature: 'ENABLED', retry_grace_period_seconds: 30 };

  it('is disabled by its setting, and not by taking the block out', () => {
    expect(said({ [CLIENT]: [client(on), client()] })).toEqual([
      'high rotation-removal-fails: The apply fails at app, after AWS has turned refresh token rotation off.',
    ]);
    expect(said({ [CLIENT]: [client(on), client({ feature: 'DISABLED', retry_grace_period_seconds: 0 })] })).toEqual(
      [],
    );
  });
});

describe('identity providers', () => {
  const work = (more: object) => ({
    ...{ id: 'p:Work', user_pool_id: 'p', provider_name: 'Work', provider_type: 'SAML' },
    provider_details: { MetadataURL: 'https://a.example', ActiveEncryptionCertificate: 'a' },
    ...more,
  });

  it('are another one by their metadata, and not by what AWS fills in', () => {
    const metadata = (url: string, certificate: string) =>
      work({ provider_details: { MetadataURL: url, ActiveEncryptionCertificate: certificate } });
    expect(found({ [PROVIDER]: [work({}), metadata('https://a.example', 'b')] })).toEqual([]);
    expect(said({ [PROVIDER]: [work({}), metadata('https://b.example', 'a')] })).toEqual([
      'high sign-in-provider-changed: Anyone who controls https://b.example can sign in as any user of Work (MetadataURL).',
    ]);
  });

  it('decide what an attribute of their users is', () => {
    expect(said({ [PROVIDER]: [work({}), work({ attribute_mapping: { email: 'mail', picture: 'photo' } })] })).toEqual([
      'high sign-in-provider-changed: At each sign-in, Work sets email of its users from its claim mail.',
    ]);
  });

  it('decide by which claim users are known, and whether a page elsewhere can sign them in', () => {
    const mapped = (username: string) => work({ attribute_mapping: { username, email: 'mail' } });
    expect(said({ [PROVIDER]: [mapped('sub'), mapped('nick')] })).toEqual([
      'high sign-in-provider-changed: At each sign-in, Work sets username of its users from its claim nick.',
    ]);
    const started = (IDPInit: string) => work({ provider_details: { MetadataURL: 'https://a.example', IDPInit } });
    expect(said({ [PROVIDER]: [started('false'), started('true')] })).toEqual([
      'medium sign-in-provider-changed: A page elsewhere can sign its visitor in through Work, with an answer that nobody asked for.',
    ]);
    expect(said({ [PROVIDER]: [started('true'), started('false')] })).toEqual([]);
  });

  it('let in whom they know, when a client lists them', () => {
    const client = (...supported_identity_providers: string[]) => ({
      ...{ id: 'c', name: 'app', user_pool_id: 'p', supported_identity_providers },
    });
    expect(said({ [CLIENT]: [client('Work'), client('COGNITO', 'Google', 'Other', 'Work')] })).toEqual([
      'high sign-in-provider-added: Anyone with an account at Google can sign in to app.',
      'medium sign-in-provider-added: Users with a password in the pool can sign in to app.',
      'medium sign-in-provider-added: Everyone whom Other lets in can sign in to app.',
    ]);
  });
});

describe('risks', () => {
  const risks = (event_action: string, more: object = {}) => ({
    ...{ id: 'p', user_pool_id: 'p' },
    account_takeover_risk_configuration: [{ actions: [{ high_action: [{ event_action }] }] }],
    ...more,
  });
  const leaked = { compromised_credentials_risk_configuration: [{ actions: [{ event_action: 'BLOCK' }] }] };
  const skipped = { risk_exception_configuration: [{ skipped_ip_range_list: ['203.0.113.0/24'] }] };
  const both = (before: object, after: object | null) =>
    said({ [POOL]: [pool(), pool()], [RISKS]: [before as never, after as never] });

  it('are answered more mildly', () => {
    expect(both(risks('BLOCK'), risks('MFA_REQUIRED', skipped))).toEqual([
      'high risk-response-weaker: Sign-ins of high risk get MFA_REQUIRED in place of BLOCK.',
      'high risk-response-weaker: Sign-ins from 203.0.113.0/24 are no longer rated.',
    ]);
  });

  it('are not answered without a configuration, which goes unsaid where the pool goes', () => {
    expect(both(risks('BLOCK', leaked), null)).toEqual([
      'high risk-response-weaker: Sign-ins of high risk get NO_ACTION in place of BLOCK.',
      'high risk-response-weaker: Anyone can sign in with a password that is known to have leaked.',
    ]);
    expect(found({ [POOL]: [pool(), null], [RISKS]: [risks('BLOCK'), null] })).toEqual([
      `critical user-pool-lost ${POOL}`,
    ]);
  });
});

describe('triggers', () => {
  const hook = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
  const config = (lambda_config: object) => pool({ lambda_config: [lambda_config] });

  it('say what their function decides', () => {
    expect(said({ [POOL]: [config({}), config({ custom_email_sender: [{ lambda_arn: hook('mail') }] })] })).toEqual([
      'high trigger-changed: For people, function mail decides where codes and temporary passwords by email go.',
    ]);
    expect(said({ [POOL]: [config({ pre_sign_up: hook('a') }), config({ pre_sign_up: hook('b') })] })).toEqual([
      'high trigger-changed: For people, function b decides who may sign up, and can link a sign-in with a provider to an account that exists.',
    ]);
  });

  it('are the same with another version of the function, and where they only refuse or follow', () => {
    const version = (number: number) => config({ pre_sign_up: `${hook('a')}:${number}` });
    expect(found({ [POOL]: [version(1), version(2)] })).toEqual([]);
    expect(
      found({ [POOL]: [config({}), config({ pre_authentication: hook('a'), post_authentication: hook('b') })] }),
    ).toEqual([]);
  });

  it('cannot be called without the permission of Cognito', () => {
    const permission = (function_name: string) => ({
      ...{ id: 'x', statement_id: 'x', action: 'lambda:InvokeFunction', principal: 'cognito-idp.amazonaws.com' },
      function_name,
    });
    const calls = config({ pre_token_generation_config: [{ lambda_arn: hook('claims') }] });
    const gone = (...before: object[]) =>
      said({
        [POOL]: [calls, calls],
        ...Object.fromEntries(before.map((each, index) => [`aws_lambda_permission.p${index}`, [each, null]])),
      } as never);
    expect(gone(permission('claims'))).toEqual([
      'high trigger-not-callable: Cognito may no longer call function claims, which is still a trigger of people.',
    ]);
    expect(gone(permission('other'))).toEqual([]);
    const kept = { [POOL]: [calls, calls], 'aws_lambda_permission.a': [permission('claims'), null] };
    expect(
      said({ ...kept, 'aws_lambda_permission.b': [permission(hook('claims')), permission(hook('claims'))] } as never),
    ).toEqual([]);
  });
});
