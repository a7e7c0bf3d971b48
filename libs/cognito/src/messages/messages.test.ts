import { synth } from '@gatehouse/testing';
import { TerraformVariable } from 'cdktf';
import { type Messages, UserPool, type UserPoolProps } from '../index';

const build = (props: Partial<UserPoolProps>) =>
  synth((stack) => new UserPool(stack, 'users', { name: 'acme users', ...props }));
const users = (props: Partial<UserPoolProps>) => build(props).resource.aws_cognito_user_pool?.users;

describe('what a pool writes', () => {
  it('is written out in full as soon as one text is given', () => {
    expect(users({ messages: { secondFactor: { sms: 'Acme: {####}' } } })).toMatchObject({
      admin_create_user_config: {
        allow_admin_create_user_only: true,
        invite_message_template: {
          email_subject: 'Your temporary password',
          email_message: 'Your username is {username} and temporary password is {####}.',
          sms_message: 'Your username is {username} and temporary password is {####}.',
        },
      },
      verification_message_template: {
        default_email_option: 'CONFIRM_WITH_CODE',
        email_subject: 'Your verification code',
        email_message: 'Your verification code is {####}.',
        email_subject_by_link: 'Your verification link',
        email_message_by_link: 'Please click the link below to verify your email address. {##Verify Email##}',
        sms_message: 'Your verification code is {####}.',
      },
      sms_authentication_message: 'Acme: {####}',
    });
  });

  it('is an invitation and a code', () => {
    const messages: Messages = {
      invitation: { emailSubject: 'Welcome', emailBody: '{username}: {####}', sms: 'Acme {username} {####}' },
      verification: { emailSubject: 'Your code', emailBody: 'Acme: {####}', sms: 'Acme code {####}' },
    };

    expect(users({ messages })).toMatchObject({
      admin_create_user_config: {
        invite_message_template: {
          email_subject: 'Welcome',
          email_message: '{username}: {####}',
          sms_message: 'Acme {username} {####}',
        },
      },
      verification_message_template: {
        default_email_option: 'CONFIRM_WITH_CODE',
        email_subject: 'Your code',
        email_message: 'Acme: {####}',
        sms_message: 'Acme code {####}',
      },
    });
  });

  it('is a link for people who sign up, beside the codes', () => {
    const verificationLink = { emailSubject: 'Confirm', emailBody: 'Open {##this page##}' };

    expect(users({ messages: { verificationLink } })).toMatchObject({
      verification_message_template: {
        default_email_option: 'CONFIRM_WITH_LINK',
        email_message: 'Your verification code is {####}.',
        email_subject_by_link: 'Confirm',
        email_message_by_link: 'Open {##this page##}',
      },
    });
  });

  it('may be known only when Terraform runs', () => {
    const { resource } = synth((stack) => {
      const emailBody = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
      const texts = { emailBody };
      const messages = { invitation: texts, verification: texts, verificationLink: texts };
      new UserPool(stack, 'users', { name: 'users', messages });
    });

    expect(resource.aws_cognito_user_pool?.users?.verification_message_template).toMatchObject({
      email_message: '${var.text}',
      email_message_by_link: '${var.text}',
    });
  });

  it.each<[string, Messages, string]>([
    [
      'an invitation lacks the name',
      { invitation: { emailBody: 'Your password is {####}' } },
      'test/users, messages.invitation.emailBody: expected a text with {username}, the place of the user name, found ' +
        '"Your password is {####}". Add it: without it the message does not help who reads it.',
    ],
    ['an invitation lacks the password', { invitation: { sms: 'Welcome {username}' } }, 'messages.invitation.sms'],
    ['a second factor lacks the code', { secondFactor: { sms: 'Sign in!' } }, 'messages.secondFactor.sms'],
    [
      'a verification lacks the code',
      { verification: { emailBody: 'Your code is ####' } },
      'messages.verification.emailBody: expected a text with {####}, the place of the code',
    ],
    [
      'a link has the form of a code',
      { verificationLink: { emailBody: 'Open {####}' } },
      'messages.verificationLink.emailBody: expected a text with a link such as {##Confirm your address##}',
    ],
    [
      'an SMS is too long',
      { verification: { sms: `{####}${'x'.repeat(135)}` } },
      'messages.verification.sms: expected 6 to 140 characters, found "141 characters". Change its length: Cognito refuses the pool otherwise.',
    ],
    ['an SMS is too short', { verification: { sms: '' } }, 'expected 6 to 140 characters, found ""'],
    [
      'an e-mail is too long',
      { verification: { emailBody: `{####}${'x'.repeat(20_000)}` } },
      'expected 6 to 20000 characters, found "20006 characters"',
    ],
    [
      'an e-mail has an invisible joiner',
      { verification: { emailBody: 'Ann \u{1F469}\u200D\u{1F4BB}: {####}' } },
      'test/users, messages.verification.emailBody: expected letters, digits, symbols, punctuation marks and spaces alone, found ' +
        '"U+200D, character 6". Remove it: Cognito takes no invisible joiners and control characters in an e-mail; HTML can name it, as in &#x200D;.',
    ],
    ['a subject has a control character', { invitation: { emailSubject: 'a\u0007' } }, 'found "U+0007, character 2"'],
    ['a subject is too long', { invitation: { emailSubject: 'x'.repeat(141) } }, 'expected 1 to 140 characters'],
  ])('fails when %s', (_, messages, message) => {
    expect(() => users({ messages })).toThrow(message);
  });
});

describe('SMS', () => {
  it('are sent with a role that trusts Cognito in this account alone, with an external id', () => {
    const { data, resource } = build({ sms: {} });

    expect(resource.aws_cognito_user_pool?.users?.sms_configuration).toEqual({
      external_id: 'acme-users',
      sns_caller_arn: '${aws_iam_role.users_sms.arn}',
    });
    const { assume_role_policy: trust, ...role } = resource.aws_iam_role?.users_sms as Record<string, string>;
    expect(role).toEqual({ name: 'acme-users-sms' });
    expect(JSON.parse(trust!)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cognito-idp.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: {
              'sts:ExternalId': 'acme-users',
              'aws:SourceAccount': '${data.aws_caller_identity.cognito.account_id}',
            },
            ArnLike: {
              'aws:SourceArn':
                'arn:${data.aws_partition.cognito.partition}:cognito-idp:${data.aws_region.cognito.name}:${data.aws_caller_identity.cognito.account_id}:userpool/*',
            },
          },
        },
      ],
    });
    expect(Object.keys(data)).toEqual(['aws_caller_identity', 'aws_partition', 'aws_region']);
  });

  it('may go to phone numbers, and to no topic', () => {
    const { policy } = build({ sms: {} }).resource.aws_iam_role_policy?.users_sms as { policy: string };

    expect(JSON.parse(policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'PublishToPhoneNumbers', Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
        {
          Sid: 'NotToTopics',
          Effect: 'Deny',
          Action: 'sns:Publish',
          Resource: 'arn:${data.aws_partition.cognito.partition}:sns:*:*:*',
        },
      ],
    });
  });

  it('are sent with a role that exists, from another region', () => {
    const role = { roleArn: 'arn:aws:iam::111111111111:role/sms' };
    const { resource } = build({ sms: { role, externalId: 'acme:1', region: 'eu-central-1' } });

    expect(resource.aws_cognito_user_pool?.users?.sms_configuration).toEqual({
      external_id: 'acme:1',
      sns_caller_arn: 'arn:aws:iam::111111111111:role/sms',
      sns_region: 'eu-central-1',
    });
    expect(resource).not.toHaveProperty('aws_iam_role');
  });

  it('fail when the name of the pool is too long for a role of its own', () => {
    const name = 'a'.repeat(61);
    expect(() => build({ name, sms: {} })).toThrow('test/users, sms.role: expected a role of your own, because');
    expect(() => build({ name, sms: { role: { roleArn: 'arn:aws:iam::111111111111:role/sms' } } })).not.toThrow();
    expect(() => build({ name: name.slice(1), sms: {} })).not.toThrow();
  });

  it.each([
    ['no ARN', { roleArn: 'sms' }, '"sms"'],
    ['another prop', { arn: 'arn:aws:iam::111111111111:role/sms' } as never, 'nothing'],
  ])('fail with a role of %s', (_, role, found) => {
    expect(() => build({ sms: { role } })).toThrow(
      `test/users, sms.role.roleArn: expected the ARN of a role: arn:aws:iam::<account>:role/<name>, found ${found}. ` +
        'Copy it from the IAM console, or take roleArn of a role that is made here.',
    );
  });

  it('fail in a region that AWS does not have', () => {
    expect(() => build({ sms: { region: 'eu-wset-1' } })).toThrow('test/users, sms.region: expected one of');
  });

  it('fail when IAM does not take the external id', () => {
    expect(() => build({ sms: { externalId: 'no spaces' } })).toThrow(
      'test/users, sms.externalId: expected 2 to 1,224 letters, digits and _ + = , . @ : / -, found "no spaces".',
    );
  });
});
