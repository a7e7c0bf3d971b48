import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type Construct } from 'constructs';
import { type EmailSender } from './email-sender';
import { type Sms, smsConfiguration } from './sms';
import { allTexts, type Messages } from './texts';

/**
 * What the pool writes to people, and by whom it is sent.
 * @example new UserPool(stack, 'users', { name: 'acme', sms: {}, messages: { verification: { sms: 'Acme: {####}' } } })
 */
export interface MessagesProps {
  /**
   * Who sends e-mail. The provider keeps what it finds when this is left out again: to leave SES, write `EmailSender.cognito()`.
   * @default - Cognito, at most 50 e-mails a day for the whole account
   */
  readonly email?: EmailSender;
  /**
   * How SMS are sent: `{}` is enough. It takes nothing more to send them, but cannot be taken out again: the provider keeps
   * what it finds.
   * @default - no SMS
   */
  readonly sms?: Sms;
  /** @default - Cognito's own texts, in English, with a code */
  readonly messages?: Messages;
}

/** @throws ConstructError for addresses that are none, and for texts without their code. */
export function messagesConfig(
  pool: Construct,
  { email, messages, name, sms }: MessagesProps & { readonly name: string },
): Partial<CognitoUserPoolConfig> {
  return {
    emailConfiguration: email?.configFor(pool),
    smsConfiguration: sms && smsConfiguration(pool, name, sms),
    ...(messages === undefined
      ? { verificationMessageTemplate: { defaultEmailOption: 'CONFIRM_WITH_CODE' } }
      : textsConfig(pool, messages)),
  };
}

/** All texts, also those that are Cognito's own. */
function textsConfig(pool: Construct, messages: Messages): Partial<CognitoUserPoolConfig> {
  const { secondFactor, verification, verificationLink } = allTexts(pool, messages);
  return {
    verificationMessageTemplate: {
      defaultEmailOption: messages.verificationLink === undefined ? 'CONFIRM_WITH_CODE' : 'CONFIRM_WITH_LINK',
      emailSubject: verification.emailSubject,
      emailMessage: verification.emailBody,
      emailSubjectByLink: verificationLink.emailSubject,
      emailMessageByLink: verificationLink.emailBody,
      smsMessage: verification.sms,
    },
    smsAuthenticationMessage: secondFactor.sms,
  };
}

/** Goes with who may sign up, in the same block of the pool. */
export function invitationTemplate(pool: Construct, messages: Messages | undefined) {
  if (messages === undefined) return undefined;
  const { emailBody, emailSubject, sms } = allTexts(pool, messages).invitation;
  return { emailMessage: emailBody, emailSubject, smsMessage: sms };
}
