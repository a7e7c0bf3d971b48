import { IdentityPool, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A claim decides about the role, and tags let one policy do for all tenants. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    customAttributes: { tenant: { type: 'string' }, tier: { type: 'string' } },
  });
  const app = users.addClient('app', { authFlows: { userSrp: true } });

  const people = new IdentityPool(stack, 'people', {
    name: 'acme-people',
    clients: [app],
    principalTags: { tenant: users.attribute('tenant') },
  });
  const gold = people.addRole('gold');
  gold.allow(['s3:GetObject'], ['arn:aws:s3:::acme-reports/${aws:PrincipalTag/tenant}/*']);
  people.mapRolesByRules(app, [{ claim: users.attribute('tier'), value: 'gold', role: gold }]);
};
