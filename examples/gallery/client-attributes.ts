import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** An app reads the tenant of a person, and cannot change it. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users', customAttributes: { tenant: { type: 'string' } } });
  users.addClient('app', {
    audience: 'mobile',
    authFlows: { userSrp: true },
    readAttributes: [users.attribute('email'), users.attribute('tenant')],
    writeAttributes: [users.attribute('email')],
  });
};
