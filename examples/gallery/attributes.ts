import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A required name, and attributes of the team's own, by names that cannot be misspelled. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    standardAttributes: { givenName: { required: true } },
    customAttributes: { tenant: { type: 'string', maxLength: 36 }, seats: { type: 'number', min: 1 } },
  });
  users.addClient('app', {
    authFlows: { userSrp: true },
    readAttributes: [users.attribute('email'), users.attribute('tenant')],
    writeAttributes: [users.attribute('email'), users.attribute('givenName')],
  });
};
