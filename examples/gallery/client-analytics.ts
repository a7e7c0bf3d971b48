import { PinpointApp } from '@cdktf/provider-aws/lib/pinpoint-app';
import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Amazon Pinpoint counts sign-ins and sign-ups of a client. AWS ends Pinpoint on 30 October 2026. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const application = new PinpointApp(stack, 'sign-ins', { name: 'acme-sign-ins' });
  users.addClient('app', { authFlows: { userSrp: true }, analytics: { application } });
};
