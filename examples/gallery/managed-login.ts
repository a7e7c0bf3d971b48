import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** The pages of managed login; their style is made outside of Terraform, since provider 5.100 cannot. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users', featurePlan: 'essentials' });
  users.addDomain('domain', {
    prefix: 'acme',
    managedLogin: { styleMadeElsewhere: 'aws cognito-idp create-managed-login-branding, runbook 12' },
  });
};
