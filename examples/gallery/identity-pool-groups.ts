import { IdentityPool, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People get AWS credentials with the role of their group; who is in no group gets the role of everyone who is signed in. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const app = users.addClient('app', { authFlows: { userSrp: true } });

  const people = new IdentityPool(stack, 'people', { name: 'acme-people', clients: [app] });
  people.mapRolesByToken(app, { otherwise: 'authenticatedRole' });

  const editors = people.addRole('editors');
  editors.allow(['s3:PutObject'], ['arn:aws:s3:::acme-articles/*']);
  users.addGroup('editors', { role: editors });
};
