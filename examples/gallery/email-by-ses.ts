import { EmailSender, SesIdentity, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People get e-mail from an address of ours, and codes by SMS. */
export default (stack: Construct): void => {
  const mail = new SesIdentity(stack, 'mail', { domain: 'example.com', zone: { zoneId: 'Z0123456789' } });
  new UserPool(stack, 'users', {
    name: 'acme-users',
    email: EmailSender.ses({ from: 'no-reply@example.com', fromName: 'Acme', identity: mail }),
    sms: {},
  });
};
