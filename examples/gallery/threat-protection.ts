import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Passwords that leaked elsewhere are refused, and the office is never blocked. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    featurePlan: 'plus',
    threatProtection: { standard: 'enforced' },
  });
  users.addRiskConfiguration('risks', {
    compromisedCredentials: { action: 'block' },
    ipRanges: { neverBlock: ['198.51.100.0/24'] },
  });
};
