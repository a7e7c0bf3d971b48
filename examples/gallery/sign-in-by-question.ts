import { UserPool } from '@gatehouse/cognito';
import { LambdaFunction } from '@gatehouse/functions';
import { type Construct } from 'constructs';

/** People answer questions of ours in place of a password: three functions, here of another stack. */
export default (stack: Construct): void => {
  const deployed = (id: string) =>
    LambdaFunction.fromArn(stack, id, `arn:aws:lambda:eu-west-1:111111111111:function:${id}:live`);
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    triggers: {
      defineAuthChallenge: deployed('define'),
      createAuthChallenge: deployed('create'),
      verifyAuthChallengeResponse: deployed('verify'),
    },
  });
  users.addClient('app', { authFlows: { custom: true } });
};
