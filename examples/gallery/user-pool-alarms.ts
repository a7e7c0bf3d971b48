import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A topic gets alarms of failed sign-ins, bursts of new accounts and throttled requests; a dashboard shows them. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const clients = { app: users.addClient('app', { authFlows: { userSrp: true } }) };

  users.addAlarms('alarms', { name: 'acme-users', topicArn: 'arn:aws:sns:eu-west-1:111111111111:oncall', clients });
  users.addDashboard('dashboard', { name: 'acme-users', clients });
};
