import { readFileSync } from 'node:fs';
import { UserPool } from '@gatehouse/cognito';
import { type LambdaFunction } from '@gatehouse/functions';
import { synth } from '@gatehouse/testing';
import { TerraformVariable } from 'cdktf';
import { strFromU8, unzipSync } from 'fflate';
import { type LanguageTexts, messagesByLanguage } from '../index';

const en: LanguageTexts = { verification: { emailSubject: 'Your code', emailBody: 'Your code is {####}.' } };
const de: LanguageTexts = { verification: { emailSubject: 'Ihr Code', emailBody: 'Ihr Code ist {####}. Grüße' } };

const build = (languages: Record<string, LanguageTexts>) =>
  synth((stack) =>
    messagesByLanguage(new UserPool(stack, 'users', { name: 'acme-users' }), languages, { fallback: 'en' }),
  );

/** The code that goes to AWS. */
function codeOf(lambda: LambdaFunction): string {
  const { sourcePath } = lambda.node.tryFindChild(lambda.node.id) as unknown as { sourcePath: string };
  return strFromU8(unzipSync(readFileSync(sourcePath))['index.js']!);
}

describe('messagesByLanguage', () => {
  it('is the custom message trigger of the pool', () => {
    const { resource } = build({ en, de });

    expect(resource.aws_lambda_function?.users_messages).toMatchObject({
      function_name: 'acme-users-messages',
      handler: 'index.handler',
      timeout: 5,
    });
    expect(resource.aws_lambda_function?.users_messages).not.toHaveProperty('environment');
    expect(resource.aws_cognito_user_pool?.users?.lambda_config).toEqual({
      custom_message: '${aws_lambda_function.users_messages.arn}',
    });
    expect(Object.keys(resource.aws_iam_role_policy ?? {})).toEqual(['users_messages']);
  });

  it('has its texts in its code', () => {
    synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'acme-users' });
      const code = codeOf(messagesByLanguage(users, { en, de }, { fallback: 'en' }));
      expect(code).toContain('Ihr Code ist {####}. Grüße');
      expect(code).toContain('fallback: "en"');
    });
  });

  it.each<[string, Record<string, LanguageTexts>, string]>([
    [
      'a text lacks its code',
      { en, de: { verification: { emailBody: 'Ihr Code' } } },
      'test/users, messagesByLanguage, de.verification.emailBody: expected a text with {####}, the place of the code, found "Ihr Code".',
    ],
    [
      'an invitation lacks the name',
      { en: { invitation: { sms: 'Welcome {####}' } } },
      'messagesByLanguage, en.invitation.sms: expected a text with {username}',
    ],
    ['a link is none', { en: { verificationLink: { emailBody: 'Open {####}' } } }, 'en.verificationLink.emailBody'],
    [
      'an SMS is too long',
      { en: { secondFactor: { sms: `{####}${'x'.repeat(140)}` } } },
      'messagesByLanguage, en.secondFactor.sms: expected 6 to 140 characters, found "146 characters".',
    ],
    [
      'a language is none',
      { en, german: {} },
      'test/users, messagesByLanguage: expected a language tag such as en, pt-BR or zh-Hant, found "german".',
    ],
  ])('fails when %s', (_, languages, message) => {
    expect(() => build(languages)).toThrow(message);
  });

  it('fails for a text that is known only when Terraform runs', () => {
    expect(() =>
      synth((stack) => {
        const emailBody = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
        const users = new UserPool(stack, 'users', { name: 'acme-users' });
        messagesByLanguage(users, { en: { verification: { emailBody } } }, { fallback: 'en' });
      }),
    ).toThrow('messagesByLanguage, en.verification: expected texts that are known now');
  });

  it('does not compile for a fallback without texts, nor for a kind of message that there is not', () => {
    void ((users: UserPool) => {
      // @ts-expect-error there are no French texts
      messagesByLanguage(users, { en, de }, { fallback: 'fr' });
      // @ts-expect-error no such message
      messagesByLanguage(users, { en: { goodbye: { sms: '{####}' } } }, { fallback: 'en' });
    });
    expect(messagesByLanguage).toHaveLength(3);
  });
});
