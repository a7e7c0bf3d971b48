import { EmailSender, SesIdentity, type UserPool, type UserPoolProps } from '@gatehouse/cognito';
import { messagesByLanguage } from '@gatehouse/patterns';
import { type Construct } from 'constructs';

/** A domain whose DKIM records are made in its zone. */
export const mailDomain = (stack: Construct, zoneId: string): SesIdentity =>
  new SesIdentity(stack, 'mail', { domain: 'sink.example.com', zone: { zoneId } });

/** Who sends what the pool writes, and what that is. */
export const messages = (identity: SesIdentity) =>
  ({
    email: EmailSender.ses({
      from: 'no-reply@sink.example.com',
      fromName: 'Grüße von Acme',
      replyTo: 'help@example.com',
      identity,
    }),
    sms: { externalId: 'kitchen-sink', region: 'eu-west-1' },
    messages: {
      invitation: { emailSubject: 'Welcome', emailBody: 'Acme: {username} {####}', sms: 'Acme: {username} {####}' },
      verification: { emailSubject: 'Acme code', emailBody: 'Acme: {####}', sms: 'Acme: {####}' },
      secondFactor: { emailSubject: 'Sink code', emailBody: 'Sink mail {####}', sms: 'Sink SMS {####}' },
    },
  }) satisfies Partial<UserPoolProps>;

/** Codes in the language of the person; an invitation is as the pool writes it. */
export function addMessages(users: UserPool, identity: SesIdentity): void {
  identity.grantSend('users', users);
  const verification = { emailSubject: 'Your code', emailBody: 'Your code is {####}.' };
  const deutsch = { emailSubject: 'Ihr Code', emailBody: 'Ihr Code ist {####}.' };
  messagesByLanguage(users, { en: { verification }, de: { verification: deutsch } }, { fallback: 'en' });
}
