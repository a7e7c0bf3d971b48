import { check } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/** An e-mail that the pool writes, and the same as an SMS. */
export interface MessageTexts {
  /** 1 to 140 characters. @default - Cognito's own, in English */
  readonly emailSubject?: string;
  /** 6 to 20,000 characters, HTML or text. @default - Cognito's own, in English */
  readonly emailBody?: string;
  /** 6 to 140 characters. @default - Cognito's own, in English */
  readonly sms?: string;
}

/** As MessageTexts, without an SMS: a link is sent by e-mail only. */
export type LinkTexts = Omit<MessageTexts, 'sms'>;

/**
 * What the pool writes to people, in one language; `messagesByLanguage` of @gatehouse/patterns writes in many. As soon as one
 * text is given, all are written into Terraform, those left out as Cognito has them.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
 */
export interface Messages {
  /** To people whom an administrator adds. `{username}` and `{####}`, the temporary password, are in each text. */
  readonly invitation?: MessageTexts;
  /** The code that proves an address to be somebody's, or lets them choose a new password. `{####}` is in each text. */
  readonly verification?: MessageTexts;
  /**
   * Whoever signs up gets a link instead of a code: `{##Confirm your address##}` becomes one with that text, to a page of
   * the pool's domain, which the pool must have. Forgotten passwords and changed addresses still take a code.
   * @default - a code
   */
  readonly verificationLink?: LinkTexts;
  /** The code of a second factor. `{####}` is in each text; the e-mail is sent where e-mail is a second factor. */
  readonly secondFactor?: MessageTexts;
}

/** Every text as it is written. */
export interface WrittenTexts {
  readonly emailSubject: string;
  readonly emailBody: string;
  readonly sms: string;
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

/** @throws ConstructError for a text that lacks the code or the name, and for one that is too long. */
export const invitationTexts = (construct: IConstruct, texts?: MessageTexts): WrittenTexts =>
  written(construct, 'messages.invitation', { ...cognito.invitation, ...given(texts) }, [USERNAME, CODE]);

/** @throws ConstructError for a text that lacks the code, and for one that is too long. */
export const verificationTexts = (construct: IConstruct, texts?: MessageTexts): WrittenTexts =>
  written(construct, 'messages.verification', { ...cognito.verification, ...given(texts) }, [CODE]);

/** @throws ConstructError for a text that lacks the link, and for one that is too long. */
export const linkTexts = (construct: IConstruct, texts?: LinkTexts): Omit<WrittenTexts, 'sms'> =>
  written(construct, 'messages.verificationLink', { ...cognito.verificationLink, ...given(texts) }, [LINK]);

/** @throws ConstructError for a text that lacks the code, and for one that is too long. */
export const secondFactorTexts = (construct: IConstruct, texts?: MessageTexts): WrittenTexts =>
  written(construct, 'messages.secondFactor', { ...cognito.secondFactor, ...given(texts) }, [CODE]);

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html */
const lengths = { emailSubject: [1, 140], emailBody: [6, 20_000], sms: [6, 140] } as const;

function written<T extends Partial<WrittenTexts>>(
  construct: IConstruct,
  prop: string,
  texts: T,
  placeholders: readonly Placeholder[],
): T {
  for (const [kind, text] of Object.entries(texts) as [keyof WrittenTexts, string][]) {
    if (Token.isUnresolved(text)) continue;
    checkLength(construct, `${prop}.${kind}`, text, lengths[kind]);
    if (kind !== 'emailSubject') checkPlaceholders(construct, `${prop}.${kind}`, text, placeholders);
  }
  return texts;
}

function checkLength(construct: IConstruct, prop: string, text: string, [min, max]: readonly [number, number]): void {
  check(construct, text.length >= min && text.length <= max, {
    prop,
    expected: `${min} to ${max} characters`,
    found: text.length > max ? `${text.length} characters` : text,
    fix: 'Cognito takes no other length',
  });
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

const given = (texts: MessageTexts = {}): Partial<WrittenTexts> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
