import { IdentityPool, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** An old application chooses its role by itself, which the classic flow allows. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const app = users.addClient('app', { authFlows: { userSrp: true } });
  new IdentityPool(stack, 'people', {
    name: 'acme-people',
    clients: [app],
    classicFlow: 'The kiosk of 2016 calls AssumeRoleWithWebIdentity itself.',
  });
};
