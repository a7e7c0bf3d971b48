import { Secret, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** People sign in with their Facebook or their Amazon account. Both secrets are fields of one. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const social = { arn: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:acme/social-AbCdEf' };
  users.addFacebook('facebook', { appId: '1234', appSecret: Secret.secretsManager(social, { field: 'facebook' }) });
  users.addAmazon('amazon', {
    clientId: 'amzn1.application-oa2-client.1234',
    clientSecret: Secret.secretsManager(social, { field: 'amazon' }),
  });
};
