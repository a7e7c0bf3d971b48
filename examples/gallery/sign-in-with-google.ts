import { Secret, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People sign in with their Google account. The client secret is read from AWS Secrets Manager. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const arn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:acme/google-AbCdEf';
  users.addGoogle('google', {
    clientId: '1234.apps.googleusercontent.com',
    clientSecret: Secret.secretsManager({ arn }, { field: 'client_secret' }),
  });
};
