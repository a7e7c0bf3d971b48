import { synth } from '@gatehouse/testing';
import { type RiskConfigurationOptions, UserPool } from '../index';

const risks = (options: RiskConfigurationOptions) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    users.addRiskConfiguration('risks', options);
  }).resource.aws_cognito_risk_configuration;

const notifications = { identityArn: 'arn:aws:ses:eu-west-1:111111111111:identity/acme.com' };

describe('RiskConfiguration', () => {
  it('blocks passwords that leaked, whenever one is given', () => {
    expect(risks({ compromisedCredentials: { action: 'block' } })).toEqual({
      risks: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        compromised_credentials_risk_configuration: {
          actions: { event_action: 'BLOCK' },
          event_filter: ['PASSWORD_CHANGE', 'SIGN_IN', 'SIGN_UP'],
        },
      },
    });
  });

  it('acts by how sure Cognito is, and tells people', () => {
    const mail = { subject: 'Blocked', html: '<p>{ip-address}</p>', text: '{ip-address}' };
    const accountTakeover = {
      low: { action: 'none', notify: false },
      medium: { action: 'mfaIfConfigured' },
      high: { action: 'mfaRequired' },
      notifications: {
        ...notifications,
        from: 'security@acme.com',
        replyTo: 'help@acme.com',
        blocked: mail,
        mfa: mail,
        noAction: mail,
      },
    } as const;

    const expected = { subject: 'Blocked', html_body: '<p>{ip-address}</p>', text_body: '{ip-address}' };
    expect(risks({ accountTakeover })?.risks).toMatchObject({
      account_takeover_risk_configuration: {
        actions: {
          low_action: { event_action: 'NO_ACTION', notify: false },
          medium_action: { event_action: 'MFA_IF_CONFIGURED', notify: true },
          high_action: { event_action: 'MFA_REQUIRED', notify: true },
        },
        notify_configuration: {
          source_arn: notifications.identityArn,
          from: 'security@acme.com',
          reply_to: 'help@acme.com',
          block_email: expected,
          mfa_email: expected,
          no_action_email: expected,
        },
      },
    });
  });

  it('leaves out addresses that are known', () => {
    const ipRanges = { alwaysBlock: ['192.0.2.0/24'], neverBlock: ['198.51.100.0/24', '2001:db8::/32'] };

    expect(risks({ ipRanges })?.risks).toMatchObject({
      risk_exception_configuration: {
        blocked_ip_range_list: ['192.0.2.0/24'],
        skipped_ip_range_list: ['198.51.100.0/24', '2001:db8::/32'],
      },
    });
    // Terraform refuses an empty list.
    expect(risks({ ipRanges: { neverBlock: ['192.0.2.1/32'] } })?.risks?.risk_exception_configuration).toEqual({
      skipped_ip_range_list: ['192.0.2.1/32'],
    });
  });

  it('is of one client', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const client = users.addClient('app', { authFlows: { userSrp: true } });
      users.addRiskConfiguration('risks', { client, compromisedCredentials: { action: 'none', when: ['signIn'] } });
    });

    expect(resource.aws_cognito_risk_configuration?.risks).toMatchObject({
      client_id: '${aws_cognito_user_pool_client.app.id}',
      compromised_credentials_risk_configuration: { actions: { event_action: 'NO_ACTION' }, event_filter: ['SIGN_IN'] },
    });
  });

  it.each<[string, RiskConfigurationOptions, string]>([
    [
      'nothing',
      {},
      "test/users/risks, compromisedCredentials: expected at least one of compromisedCredentials, accountTakeover and ipRanges, found nothing. Give one, such as compromisedCredentials: { action: 'block' }.",
    ],
    [
      'no moment',
      { compromisedCredentials: { action: 'block', when: [] } },
      'compromisedCredentials.when: expected at least one of passwordChange, signIn and signUp',
    ],
    [
      'no level',
      { accountTakeover: { notifications } },
      'accountTakeover: expected an action for at least one of low, medium and high, found nothing.',
    ],
    ...(
      [
        ['a mail without a subject', { subject: '' }, 'subject: expected 1 to 140 characters, found ""'],
        ['a mail of no words', { text: 'Hi' }, 'text: expected 6 to 20000 characters, found "Hi"'],
        ['a mail with a control character', { html: 'Sign-in\u0000' }, 'html: expected letters, digits, symbols,'],
      ] as const
    ).map(([name, part, message]): [string, RiskConfigurationOptions, string] => [
      name,
      {
        accountTakeover: {
          high: { action: 'block' },
          notifications: {
            ...notifications,
            blocked: { subject: 'Sign-in', html: 'Blocked', text: 'Blocked', ...part },
          },
        },
      },
      `test/users/risks, accountTakeover.notifications.blocked.${message}`,
    ]),
    ['no range', { ipRanges: {} }, 'ipRanges: expected alwaysBlock or neverBlock, found {}.'],
    ['an empty list', { ipRanges: { alwaysBlock: [] } }, 'ipRanges.alwaysBlock: expected 1 to 200 ranges, found 0.'],
    [
      'more ranges than Cognito keeps',
      { ipRanges: { neverBlock: Array.from({ length: 201 }, (_, index) => `192.0.2.${index}/32`) } },
      'ipRanges.neverBlock: expected 1 to 200 ranges, found 201.',
    ],
    ...['nope', '192.0.2.1', '192.0.2.0/33', '300.0.2.0/24', '2001:db8::/129'].map(
      (range): [string, RiskConfigurationOptions, string] => [
        range,
        { ipRanges: { alwaysBlock: ['192.0.2.0/24', range] } },
        `test/users/risks, ipRanges.alwaysBlock[1]: expected a range of addresses, such as 192.0.2.0/24, found "${range}".`,
      ],
    ),
  ])('refuses %s', (_, options, message) => {
    expect(() => risks(options)).toThrow(message);
  });

  it('refuses a client of another pool', () => {
    expect(() =>
      synth((stack) => {
        const client = new UserPool(stack, 'others', { name: 'others' }).addClient('app', {
          authFlows: { userSrp: true },
        });
        const users = new UserPool(stack, 'users', { name: 'users' });
        users.addRiskConfiguration('risks', { client, compromisedCredentials: { action: 'block' } });
      }),
    ).toThrow('test/users/risks, client: expected a client of this user pool');
  });
});
