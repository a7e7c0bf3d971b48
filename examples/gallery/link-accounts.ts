import { Secret, UserPool } from '@gatehouse/cognito';
import { linkAccounts } from '@gatehouse/patterns';
import { type Construct } from 'constructs';

/** Users with a password also sign in to the same account with Google. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users', selfSignUp: true });
  const google = users.addGoogle('google', {
    clientId: '1234.apps.googleusercontent.com',
    clientSecret: Secret.secretsManager({
      arn: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:acme/google-AbCdEf',
    }),
  });
  linkAccounts(users, { providers: [google] });
};
