import { Secret, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People sign in with their Apple account. The key is read from a parameter of Systems Manager. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addApple('apple', {
    servicesId: 'com.example.web',
    teamId: 'ABCDE12345',
    keyId: 'FGHIJ67890',
    privateKey: Secret.parameter({ arn: 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/apple' }),
  });
};
