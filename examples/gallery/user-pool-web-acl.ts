import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** AWS WAF looks at what people send to a user pool. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addWebAcl('waf', {
    webAclArn: 'arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/acme/1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6',
  });
};
