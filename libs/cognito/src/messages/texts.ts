import { check, plainText } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { checkCharacters, checkLength, emailLengths } from './text-form';

/**
 * An e-mail that the pool writes, and the same as an SMS.
 * @example verification: { emailSubject: 'Your code', emailBody: 'Your code is {####}.', sms: 'Acme: {####}' }
 */
export interface MessageTexts {
  /** 1 to 140 characters. @default - Cognito's own, in English */
  readonly emailSubject?: string;
  /** 6 to 20,000 characters, HTML or text. @default - Cognito's own, in English */
  readonly emailBody?: string;
  /** 6 to 140 characters. @default - Cognito's own, in English */
  readonly sms?: string;
}

/**
 * As MessageTexts, without an SMS: a link is sent by e-mail only.
 * @example verificationLink: { emailBody: 'Please {##confirm your address##}.' }
 */
export type LinkTexts = Omit<MessageTexts, 'sms'>;

/**
 * What the pool writes to people, in one language; `messagesByLanguage` of @gatehouse/patterns writes in many. As soon as one
 * text is given, all are written into Terraform, those left out as Cognito has them.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
 * @example messages: { invitation: { emailBody: 'You are {username}; your first password is {####}.' } }
 */
export interface Messages {
  /** To people whom an administrator adds. `{username}` and `{####}`, the temporary password, are in each text. */
  readonly invitation?: MessageTexts;
  /** The code that proves an address to be theirs, or lets people choose a new password. `{####}` is in each text. */
  readonly verification?: MessageTexts;
  /**
   * Who signs up gets a link instead of a code: `{##Confirm your address##}` becomes one with that text, to a page of
   * the pool's domain, which the pool must have. Forgotten passwords and changed addresses still take a code.
   * @default - a code
   */
  readonly verificationLink?: LinkTexts;
  /** The code of a second factor. `{####}` is in each text; the e-mail is sent where e-mail is a second factor. */
  readonly secondFactor?: MessageTexts;
}

interface Placeholder {
  readonly pattern: RegExp;
  readonly expected: string;
}

const CODE: Placeholder = { pattern: /\{####\}/, expected: '{####}, the place of the code' };
const LINK: Placeholder = { pattern: /\{##[^#{}]+##\}/, expected: 'a link such as {##Confirm your address##}' };
const USERNAME: Placeholder = { pattern: /\{username\}/, expected: '{username}, the place of the user name' };

/** Cognito's own texts, written out so that leaving one out again brings them back. */
const cognito = {
  invitation: {
    emailSubject: 'Your temporary password',
    emailBody: 'Your username is {username} and temporary password is {####}.',
    sms: 'Your username is {username} and temporary password is {####}.',
  },
  verification: {
    emailSubject: 'Your verification code',
    emailBody: 'Your verification code is {####}.',
    sms: 'Your verification code is {####}.',
  },
  verificationLink: {
    emailSubject: 'Your verification link',
    emailBody: 'Please click the link below to verify your email address. {##Verify Email##}',
  },
  secondFactor: {
    emailSubject: 'Your authentication code',
    emailBody: 'Your authentication code is {####}.',
    sms: 'Your authentication code is {####}.',
  },
} as const;

/**
 * Every text of a pool as Terraform writes it, those left out as Cognito has them.
 *
 * @throws ConstructError as `checkTexts` does, and for a character that Cognito takes in no e-mail.
 */
export function allTexts(construct: IConstruct, messages: Messages = {}) {
  for (const kind of kinds) {
    checkTexts(construct, `messages.${kind}`, kind, messages[kind]);
    for (const part of ['emailSubject', 'emailBody'] as const) {
      checkCharacters(construct, `messages.${kind}.${part}`, messages[kind]?.[part] ?? '');
    }
  }
  return {
    invitation: { ...cognito.invitation, ...plain(messages.invitation) },
    verification: { ...cognito.verification, ...plain(messages.verification) },
    verificationLink: { ...cognito.verificationLink, ...plain(messages.verificationLink) },
    secondFactor: { ...cognito.secondFactor, ...plain(messages.secondFactor) },
  };
}

const kinds = ['invitation', 'verification', 'verificationLink', 'secondFactor'] as const;

/** What each text of a kind has. */
const placeholders = {
  invitation: [USERNAME, CODE],
  verification: [CODE],
  verificationLink: [LINK],
  secondFactor: [CODE],
} as const satisfies Record<keyof Messages, readonly Placeholder[]>;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html */
const lengths = { emailSubject: emailLengths.subject, emailBody: emailLengths.body, sms: [6, 140] } as const;

/**
 * Checks texts as Cognito does.
 *
 * @throws ConstructError for a text that lacks its code, link or name, and for one that is too long or too short.
 * @example checkTexts(users, 'messages.verification', 'verification', { sms: 'Acme: {####}' })
 */
export function checkTexts(
  construct: IConstruct,
  prop: string,
  kind: keyof Messages,
  texts: MessageTexts | undefined,
): void {
  for (const [part, text] of Object.entries(given(texts)) as [keyof MessageTexts, string][]) {
    if (Token.isUnresolved(text)) continue;
    checkLength(construct, `${prop}.${part}`, text, lengths[part]);
    if (part !== 'emailSubject') checkPlaceholders(construct, `${prop}.${part}`, text, placeholders[kind]);
  }
}

function checkPlaceholders(
  construct: IConstruct,
  prop: string,
  text: string,
  placeholders: readonly Placeholder[],
): void {
  for (const { expected, pattern } of placeholders) {
    check(construct, pattern.test(text), {
      prop,
      expected: `a text with ${expected}`,
      found: text,
      fix: 'Add it: without it the message does not help who reads it',
    });
  }
}

const plain = (texts: MessageTexts | undefined): MessageTexts =>
  Object.fromEntries(Object.entries(given(texts)).map(([part, text]) => [part, plainText(text as string)]));

const given = (texts: MessageTexts = {}): MessageTexts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
