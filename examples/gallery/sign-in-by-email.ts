import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People sign in with their e-mail address and a password. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addClient('app', { authFlows: { userSrp: true } });
};
