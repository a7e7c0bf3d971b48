import { ManagedUserPoolClient, UserPool, UserPoolClient } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A client of another team, whose secret Terraform reads; and settings for one that Amazon OpenSearch Service made. */
export default (stack: Construct): void => {
  const users = UserPool.fromId(stack, 'users', 'eu-west-1_AbCdEf123', { account: '111111111111' });
  const theirs = UserPoolClient.fromId(stack, 'theirs', { clientId: '1h57kf5cpq17m0eml12example', userPool: users });
  theirs.secretInSecretsManager({ name: 'acme/theirs' });
  new ManagedUserPoolClient(stack, 'search', {
    userPool: users,
    namePrefix: 'AmazonOpenSearchService-search',
    oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://search.example.com/_dashboards/app/home'] },
  });
};
