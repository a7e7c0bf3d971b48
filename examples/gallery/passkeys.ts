import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People sign in with a passkey or a code by e-mail in place of the password. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    featurePlan: 'essentials',
    firstFactors: { passkey: { relyingPartyId: 'acme.example' }, emailCode: true },
  });
  users.addClient('app', { authFlows: { user: true } });
};
