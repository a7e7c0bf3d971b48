import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { UserPool } from '@gatehouse/cognito';
import { LambdaFunction } from '@gatehouse/functions';
import { type Construct } from 'constructs';

/** A function sends every e-mail in the place of Cognito. It gets the codes encrypted with a key of ours. */
export default (stack: Construct): void => {
  const mailer = LambdaFunction.fromArn(stack, 'mailer', 'arn:aws:lambda:eu-west-1:111111111111:function:mailer');
  const key = new KmsKey(stack, 'codes', { enableKeyRotation: true });
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  users.addTrigger('customEmailSender', mailer, { key });
};
