import { UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

/** A client of a user pool that is made elsewhere, and the domain that only AWS knows. */
export default (stack: Construct): void => {
  const users = UserPool.fromId(stack, 'users', 'eu-west-1_AbCdEf123');
  users.addClient('reports', { authFlows: { userSrp: true } });
  new TerraformOutput(stack, 'domain', { value: users.details.domain });
};
