import { join } from 'node:path';
import { checkTexts, type UserPool } from '@gatehouse/cognito';
import { check } from '@gatehouse/construct-kit';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Token } from 'cdktf';
import { functionNameOf } from '../function-name';
import { checkOnce } from '../once';
import { type LanguageTexts } from './handler';

/**
 * For whom there is no text, and the function that writes the others.
 * @example messagesByLanguage(users, { en, de }, { fallback: 'en', functionName: 'acme-messages' })
 */
export interface MessagesByLanguageOptions<Language extends string> {
  /** The language of people whose own is unknown or not there. */
  readonly fallback: Language;
  /**
   * Name of the function in AWS, unique in the account.
   * @default - the pool's, and `-messages`
   */
  readonly functionName?: string;
}

/** What each kind of message has, in the words of `checkTexts`. */
const kinds = {
  invitation: 'invitation',
  verification: 'verification',
  verificationLink: 'verificationLink',
  forgotPassword: 'verification',
  secondFactor: 'secondFactor',
} as const satisfies Record<keyof LanguageTexts, string>;

/**
 * Writes to people in their language: that of `locale` in the client metadata of a request, else of their attribute `locale`.
 * `de-AT` gets `de` where there is no text for Austria. A message without a text in any of these languages is as the pool writes it.
 *
 * It is the pool's custom message trigger.
 *
 * @example messagesByLanguage(users, { en: { verification: { emailBody: 'Your code is {####}.' } }, de: { … } }, { fallback: 'en' });
 * @throws ConstructError for a text without its code, for one that is too long, and when the trigger has a function.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 */
export function messagesByLanguage<Language extends string, Custom extends string>(
  pool: UserPool<Custom>,
  languages: Readonly<Record<Language, LanguageTexts>>,
  { fallback, functionName }: MessagesByLanguageOptions<NoInfer<Language>>,
): LambdaFunction {
  const id = `${pool.node.id}-messages`;
  checkOnce(pool, 'messagesByLanguage', id);
  for (const [language, texts] of Object.entries<LanguageTexts>(languages)) checkLanguage(pool, language, texts);
  const lambda = new LambdaFunction(pool, id, {
    functionName: functionName ?? functionNameOf(pool, 'messages'),
    code: Code.bundle(join(__dirname, 'handler.ts'), { TEXTS: { languages, fallback } }),
    // Cognito waits five seconds for a trigger.
    timeout: 5,
  });
  pool.addTrigger('customMessage', lambda);
  return lambda;
}

function checkLanguage<Custom extends string>(pool: UserPool<Custom>, language: string, texts: LanguageTexts): void {
  check(pool, /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language), {
    prop: 'messagesByLanguage',
    expected: 'a language tag such as en, pt-BR or zh-Hant',
    found: language,
    fix: 'Correct it; people have such tags in their attribute `locale`',
  });
  for (const kind of Object.keys(kinds) as (keyof LanguageTexts)[]) {
    const prop = `messagesByLanguage, ${language}.${kind}`;
    checkTexts(pool, prop, kinds[kind], texts[kind]);
    const unknown = Object.values(texts[kind] ?? {}).some((text) => Token.isUnresolved(text));
    check(pool, !unknown, {
      prop,
      expected: 'texts that are known now, because they become part of the function',
      found: 'a reference',
      fix: 'Write the text itself, or use `messages` of the pool',
    });
  }
}
