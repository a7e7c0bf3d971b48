import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Passwords that leaked elsewhere are refused. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    featurePlan: 'plus',
    threatProtection: { standard: 'enforced' },
  });
  users.addRiskConfiguration('risks', { compromisedCredentials: { action: 'block' } });
};
