import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** The classic sign-in pages have a green button. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const domain = users.addDomain('domain', { prefix: 'acme' });
  domain.addClassicStyle('style', { css: '.submitButton-customizable { background-color: #205030; }' });
};
