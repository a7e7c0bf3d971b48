import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Invitations in our words, and a link for people who sign up. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    selfSignUp: true,
    messages: {
      invitation: { emailSubject: 'Welcome', emailBody: 'You are {username}; your first password is {####}.' },
      verificationLink: { emailSubject: 'Your account', emailBody: 'Please {##confirm your address##}.' },
    },
  });
  users.addDomain('domain', { prefix: 'acme' });
};
