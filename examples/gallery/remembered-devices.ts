import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Users on a remembered device are not asked for the second factor again. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    mfa: 'required',
    deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
  });
  users.addClient('app', { authFlows: { userSrp: true } });
};
