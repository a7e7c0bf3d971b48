import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A second factor for who wants one: a code by SMS, or of an authenticator app. The pool makes the role that sends. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    mfa: 'optional',
    secondFactors: { sms: true },
    sms: {},
  });
  users.addClient('app', { authFlows: { userSrp: true } });
};
