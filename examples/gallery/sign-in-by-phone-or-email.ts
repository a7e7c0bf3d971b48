import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** The e-mail address is verified by a code; the phone number is not, so that no SMS is sent. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    signInWith: { email: true, phone: true },
    autoVerify: { phone: false },
  });
  users.addClient('app', { authFlows: { userSrp: true } });
};
