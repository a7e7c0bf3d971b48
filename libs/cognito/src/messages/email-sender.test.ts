import { setAccount } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { EmailSender, type SesSender, UserPool } from '../index';

const known = { region: 'eu-west-1', verifiedDomain: 'example.com' };

/** What the pool says about its e-mail, in an account that is known. */
const email = (sender: EmailSender) =>
  synth((stack) => {
    const scope = new Construct(stack, 'in');
    setAccount(scope, '111111111111');
    new UserPool(scope, 'users', { name: 'acme-users', email: sender });
  }).resource.aws_cognito_user_pool?.users?.email_configuration;

const from = (sender: Partial<SesSender>) =>
  (
    email(EmailSender.ses({ from: 'no-reply@example.com', ...known, ...sender } as SesSender)) as {
      from_email_address: string;
    }
  ).from_email_address;

describe('the sender of e-mail', () => {
  it('is SES, with an address of a verified domain', () => {
    expect(email(EmailSender.ses({ from: 'no-reply@example.com', ...known }))).toEqual({
      email_sending_account: 'DEVELOPER',
      from_email_address: 'no-reply@example.com',
      source_arn: 'arn:aws:ses:eu-west-1:111111111111:identity/example.com',
    });
  });

  it('has a name, an address for answers and a configuration set', () => {
    const sender = EmailSender.ses({
      from: 'no-reply@mail.example.com',
      fromName: 'Acme',
      replyTo: 'help@example.com',
      configurationSet: 'people',
      ...known,
    });

    expect(email(sender)).toEqual({
      email_sending_account: 'DEVELOPER',
      from_email_address: '"Acme" <no-reply@mail.example.com>',
      reply_to_email_address: 'help@example.com',
      configuration_set: 'people',
      source_arn: 'arn:aws:ses:eu-west-1:111111111111:identity/example.com',
    });
  });

  it('is an address that is verified by itself, when no domain is', () => {
    expect(email(EmailSender.ses({ from: 'no-reply@example.com', region: 'us-gov-west-1' }))).toMatchObject({
      source_arn: 'arn:aws-us-gov:ses:us-gov-west-1:111111111111:identity/no-reply@example.com',
    });
  });

  it('is in the account and region of the stack, which Terraform reads when nobody says them', () => {
    const { data, resource } = synth((stack) => {
      for (const name of ['users', 'staff']) {
        new UserPool(stack, name, { name, email: EmailSender.ses({ from: 'no-reply@example.com' }) });
      }
    });

    expect(resource.aws_cognito_user_pool?.staff?.email_configuration).toMatchObject({
      source_arn:
        'arn:${data.aws_partition.cognito.partition}:ses:${data.aws_region.cognito.name}:${data.aws_caller_identity.cognito.account_id}:identity/no-reply@example.com',
    });
    expect(data).toEqual({
      aws_caller_identity: { cognito: {} },
      aws_partition: { cognito: {} },
      aws_region: { cognito: {} },
    });
  });

  it('is an identity that is made elsewhere, with its configuration set', () => {
    const identityArn = 'arn:aws:ses:eu-west-1:222222222222:identity/example.com';
    const identity = { identityArn, configurationSet: 'theirs' };

    expect(email(EmailSender.ses({ from: 'no-reply@example.com', identity }))).toMatchObject({
      source_arn: identityArn,
      configuration_set: 'theirs',
    });
    expect(email(EmailSender.ses({ from: 'no-reply@example.com', identity, configurationSet: 'ours' }))).toMatchObject({
      configuration_set: 'ours',
    });
  });

  it('is Cognito itself', () => {
    expect(email(EmailSender.cognito())).toEqual({ email_sending_account: 'COGNITO_DEFAULT' });
    expect(email(EmailSender.cognito({ replyTo: 'help@example.com' }))).toEqual({
      email_sending_account: 'COGNITO_DEFAULT',
      reply_to_email_address: 'help@example.com',
    });
  });

  it.each([
    ['quoted', 'Acme, Inc.', '"Acme, Inc." <no-reply@example.com>'],
    ['quoted with its quotes escaped', 'The "A" \\ Team', '"The \\"A\\" \\\\ Team" <no-reply@example.com>'],
    ['encoded', 'Grüße', '=?UTF-8?B?R3LDvMOfZQ==?= <no-reply@example.com>'],
  ])('has its name %s', (_, fromName, expected) => {
    expect(from({ fromName })).toBe(expected);
  });

  it('has a long name in several words, none of them torn within a character', () => {
    const fromName = '日本語の長い名前'.repeat(4);
    const words = from({ fromName }).replace(' <no-reply@example.com>', '').split(' ');

    expect(words.length).toBeGreaterThan(1);
    expect(words.every((word) => word.length <= 75)).toBe(true);
    const texts = words.map((word) => Buffer.from(word.slice('=?UTF-8?B?'.length, -2), 'base64').toString());
    expect(texts.join('')).toBe(fromName);
  });

  it('has its domain in Punycode', () => {
    expect(from({ from: 'no-reply@grüße.example.com' })).toBe('no-reply@xn--gre-6ka8l.example.com');
  });

  it.each([
    ['grüße.example.com', 'xn--gre-6ka8l.example.com'],
    ['Example.com', 'example.com'],
  ])('is of a verified domain in any way of writing it: %s', (verifiedDomain, inAws) => {
    const sender = EmailSender.ses({ from: `no-reply@${verifiedDomain}`, verifiedDomain, region: 'eu-west-1' });
    expect(email(sender)).toMatchObject({ source_arn: `arn:aws:ses:eu-west-1:111111111111:identity/${inAws}` });
  });

  it('may be known only when Terraform runs', () => {
    const { resource } = synth((stack) => {
      const address = new TerraformVariable(stack, 'from', { type: 'string' }).stringValue;
      new UserPool(stack, 'users', {
        name: 'u',
        email: EmailSender.ses({ from: address, fromName: 'Acme', ...known }),
      });
    });

    expect(resource.aws_cognito_user_pool?.users?.email_configuration).toMatchObject({
      from_email_address: '"Acme" <${var.from}>',
    });
  });

  it.each<[string, Partial<SesSender>, string]>([
    [
      'its address is none',
      { from: 'no-reply' },
      'test/in/users, email.from: expected an e-mail address whose part before the @ is ASCII, such as no-reply@example.com, found "no-reply".',
    ],
    ['its local part is not ASCII', { from: 'grüße@example.com' }, 'email.from: expected an e-mail address'],
    ['its address has a name', { from: 'Acme <no-reply@example.com>' }, 'email.from: expected an e-mail address'],
    ['the address for answers is none', { replyTo: '@example.com' }, 'email.replyTo: expected an e-mail address'],
    [
      'its domain is not the verified one',
      { from: 'no-reply@example.org' },
      'test/in/users, email.from: expected an address of the verified domain example.com, or of a domain below it, found "an address of example.org".',
    ],
    ['its domain only ends like the verified one', { from: 'no-reply@notexample.com' }, 'email.from'],
    [
      'its name would begin another header',
      { fromName: 'Acme\r\nBcc: eve@example.org' },
      'email.fromName: expected a name in one line',
    ],
    ['its name is blank', { fromName: ' ' }, 'email.fromName: expected a name in one line'],
    ['its configuration set is none', { configurationSet: 'a b' }, 'email.configurationSet: expected the name of'],
    ['its region is none', { region: 'eu-wset-1' }, 'email.region: expected one of'],
  ])('fails when %s', (_, sender, message) => {
    expect(() => from(sender)).toThrow(message);
  });

  it('does not compile with two identities', () => {
    const identity = { identityArn: 'arn:aws:ses:eu-west-1:222222222222:identity/example.com' };
    // @ts-expect-error an identity has its own domain
    void (() => EmailSender.ses({ from: 'no-reply@example.com', identity, verifiedDomain: 'example.com' }));
    // @ts-expect-error it needs an address
    void (() => EmailSender.ses({ verifiedDomain: 'example.com' }));
    expect(EmailSender.ses({ from: 'no-reply@example.com', identity })).toBeInstanceOf(EmailSender);
  });
});
