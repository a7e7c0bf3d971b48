import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People choose a username; once verified, their e-mail address is as good. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    signInWith: { username: true, email: true, preferredUsername: true },
  });
  users.addClient('app', { authFlows: { userSrp: true } });
};
