import { UserPool } from '@gatehouse/cognito';
import { Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/** A user for the tests of an environment. Its password is in Terraform's state. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addTestUser('ann', {
    username: 'ann@example.com',
    attributes: { emailVerified: 'true' },
    password: Secret.parameter({ arn: 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/test/ann' }),
  });
};
