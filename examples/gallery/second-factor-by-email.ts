import { EmailSender, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Everyone needs a second factor: a code by e-mail, or of an authenticator app. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    mfa: 'required',
    featurePlan: 'essentials',
    secondFactors: { email: true },
    messages: { secondFactor: { emailSubject: 'Your Acme code', emailBody: 'Your code is {####}.' } },
    email: EmailSender.ses({ from: 'no-reply@acme.example', verifiedDomain: 'acme.example' }),
    accountRecovery: 'administrator',
  });
  users.addClient('app', { authFlows: { userSrp: true } });
};
