import { synth } from '@gatehouse/testing';
import { EmailSender, SesIdentity, UserPool } from '../index';

describe('an identity of SES', () => {
  it('is a domain with a configuration set', () => {
    const { resource } = synth((stack) => new SesIdentity(stack, 'mail', { domain: 'example.com' }));

    expect(resource).toEqual({
      aws_sesv2_configuration_set: {
        mail: {
          configuration_set_name: 'example-com',
          delivery_options: { tls_policy: 'REQUIRE' },
          reputation_options: { reputation_metrics_enabled: true },
          sending_options: { sending_enabled: true },
        },
      },
      aws_sesv2_email_identity: {
        mail: {
          email_identity: 'example.com',
          configuration_set_name: '${aws_sesv2_configuration_set.mail.configuration_set_name}',
        },
      },
    });
  });

  it('proves itself with records of its zone, for which a pool waits', () => {
    const { resource } = synth((stack) => {
      const identity = new SesIdentity(stack, 'mail', { domain: 'example.com', zone: { zoneId: 'Z1' } });
      new UserPool(stack, 'users', { name: 'u', email: EmailSender.ses({ from: 'no-reply@example.com', identity }) });
    });

    const token = '${element(aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens, 2)}';
    expect(Object.keys(resource.aws_route53_record ?? {})).toEqual(['mail_dkim_0', 'mail_dkim_1', 'mail_dkim_2']);
    expect(resource.aws_route53_record?.mail_dkim_2).toEqual({
      zone_id: 'Z1',
      name: `${token}._domainkey.example.com`,
      type: 'CNAME',
      ttl: 1800,
      records: [`${token}.dkim.amazonses.com`],
    });
    expect(resource.aws_ses_domain_identity_verification?.mail).toEqual({
      domain: 'example.com',
      depends_on: [0, 1, 2].map((index) => `aws_route53_record.mail_dkim_${index}`),
    });
    expect(resource.aws_cognito_user_pool?.users?.email_configuration).toEqual({
      email_sending_account: 'DEVELOPER',
      from_email_address: 'no-reply@example.com',
      source_arn: '${aws_ses_domain_identity_verification.mail.arn}',
      configuration_set: '${aws_sesv2_configuration_set.mail.configuration_set_name}',
    });
  });

  it('lets one pool send, and no other', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'users' });
      new SesIdentity(stack, 'mail', { domain: 'example.com' }).grantSend('users', users);
    });

    const { policy, ...rest } = resource.aws_sesv2_email_identity_policy?.mail_users as Record<string, string>;
    expect(rest).toEqual({ email_identity: 'example.com', policy_name: 'users' });
    expect(JSON.parse(policy!)).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'email.cognito-idp.amazonaws.com' },
          Action: ['ses:SendEmail', 'ses:SendRawEmail'],
          Resource: '${aws_sesv2_email_identity.mail.arn}',
          Condition: { ArnLike: { 'aws:SourceArn': '${aws_cognito_user_pool.users.arn}' } },
        },
      ],
    });
  });

  it('has a configuration set with a name that SES takes, whatever the length of its domain', () => {
    const domain = `${'mail-'.repeat(10)}x.news.example.com`;
    const { resource } = synth((stack) => new SesIdentity(stack, 'mail', { domain }));

    expect(resource.aws_sesv2_configuration_set?.mail?.configuration_set_name).toBe(
      `${'mail-'.repeat(10).slice(4)}x-news-example-com`.replace(/^-/, ''),
    );
  });

  it('fails when SES does not take the id of a grant as the name of a policy', () => {
    expect(() =>
      synth((stack) => {
        const users = new UserPool(stack, 'users', { name: 'users' });
        new SesIdentity(stack, 'mail', { domain: 'example.com' }).grantSend('our users', users);
      }),
    ).toThrow('test/mail, grantSend, id: expected 1 to 64 letters, digits, - and _, found "our users".');
  });

  it.each(['no-reply@example.com', 'Example.com', 'example'])('fails when its domain is %s', (domain) => {
    expect(() => synth((stack) => new SesIdentity(stack, 'mail', { domain }))).toThrow(
      `test/mail, domain: expected a domain name in lowercase, such as api.example.com, found "${domain}".`,
    );
  });

  it('fails when a pool sends from another domain', () => {
    expect(() =>
      synth((stack) => {
        const identity = new SesIdentity(stack, 'mail', { domain: 'example.com' });
        new UserPool(stack, 'users', { name: 'u', email: EmailSender.ses({ from: 'no-reply@acme.org', identity }) });
      }),
    ).toThrow('test/users, email.from: expected an address of the verified domain example.com');
  });
});
