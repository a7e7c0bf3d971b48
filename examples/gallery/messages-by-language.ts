import { UserPool } from '@gatehouse/cognito';
import { messagesByLanguage } from '@gatehouse/patterns';
import { type Construct } from 'constructs';

/** Codes in the language of the person. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  messagesByLanguage(
    users,
    {
      en: { verification: { emailSubject: 'Your code', emailBody: 'Your code is {####}.' } },
      de: { verification: { emailSubject: 'Ihr Code', emailBody: 'Ihr Code ist {####}.' } },
    },
    { fallback: 'en' },
  );
};
