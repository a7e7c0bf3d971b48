import { type CustomMessageTriggerEvent } from 'aws-lambda';

/**
 * A message; what is left out is as the pool writes it.
 * @example const verification: Text = { emailSubject: 'Your code', emailBody: 'Your code is {####}.' };
 */
export interface Text {
  readonly emailSubject?: string;
  readonly emailBody?: string;
  readonly sms?: string;
}

/**
 * What is written in one language.
 * @example const de: LanguageTexts = { verification: { emailSubject: 'Ihr Code', emailBody: 'Ihr Code ist {####}.' } };
 */
export interface LanguageTexts {
  /** To people whom an administrator adds, with `{username}` and the temporary password `{####}`. */
  readonly invitation?: Text;
  /** The code `{####}` that proves an address to be theirs. */
  readonly verification?: Text;
  /** Where the pool sends a link to people who sign up: `{##Confirm your address##}`. @default - `verification`, with a code */
  readonly verificationLink?: Omit<Text, 'sms'>;
  /** The code `{####}` for a new password. @default - `verification` */
  readonly forgotPassword?: Text;
  /** The code `{####}` of a second factor. */
  readonly secondFactor?: Text;
}

/** Texts by language tag, such as `de` or `pt-BR`, and the language of everyone else. */
export interface Texts {
  readonly languages: Readonly<Record<string, LanguageTexts>>;
  readonly fallback: string;
}

/** Written into the bundle: an environment variable is too small for texts. */
declare const TEXTS: Texts;

/** Cognito calls it before it sends a message. */
export async function handler(event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> {
  const { clientMetadata, codeParameter, userAttributes, usernameParameter } = event.request;
  const languages = [clientMetadata?.locale, userAttributes.locale].flatMap((locale) => tags(locale));
  const { emailBody, emailSubject, sms } = textFor(TEXTS, event.triggerSource, languages);
  const fill = (text: string | undefined): string | null =>
    text?.replaceAll('{####}', codeParameter).replaceAll('{username}', usernameParameter ?? '{username}') ?? null;
  event.response = { emailSubject: emailSubject ?? null, emailMessage: fill(emailBody), smsMessage: fill(sms) };
  return event;
}

/** The text in the first of the languages that has one, else in that of everyone else, else none. */
export function textFor(
  { fallback, languages }: Texts,
  source: CustomMessageTriggerEvent['triggerSource'],
  wanted: readonly string[],
): Text {
  const known = new Map(Object.entries(languages).map(([tag, texts]) => [tag.toLowerCase(), texts]));
  const texts = [...wanted, fallback.toLowerCase()].map((tag) => textIn(known.get(tag), source));
  return texts.find((text) => text !== undefined) ?? {};
}

/** `pt_BR` is `pt-br`, else `pt`. */
function tags(locale: string | undefined): string[] {
  const parts = locale?.toLowerCase().split(/[-_]/) ?? [];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

function textIn(
  texts: LanguageTexts | undefined,
  source: CustomMessageTriggerEvent['triggerSource'],
): Text | undefined {
  switch (source) {
    case 'CustomMessage_AdminCreateUser':
      return texts?.invitation;
    case 'CustomMessage_Authentication':
      return texts?.secondFactor;
    case 'CustomMessage_ForgotPassword':
      return texts?.forgotPassword ?? texts?.verification;
    case 'CustomMessage_SignUp':
    case 'CustomMessage_ResendCode':
      return texts?.verificationLink ?? texts?.verification;
    default:
      return texts?.verification;
  }
}
