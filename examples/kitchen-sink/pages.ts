import { type UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';

/** The pages where people sign in, and a client that signs in without them. */
export function addPages(users: UserPool): void {
  users.addDomain('pages', { prefix: 'kitchen-sink' });
  const app = users.addClient('app', { authFlows: { userPassword: true, userSrp: true } });
  new TerraformOutput(users, 'user_pool_id', { value: users.userPoolId, staticId: true });
  new TerraformOutput(users, 'app_client_id', { value: app.clientId, staticId: true });
}
