import { accountOf } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type LambdaTarget } from './lambda';

/**
 * Whether a function is known to be of another account than the one that a construct is deployed to. A permission to call it is written
 * there: Lambda refuses one from here.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-cross-account-lambda-integrations.html
 */
export function isOfAnotherAccount({ functionName, invokeArn }: LambdaTarget, construct: IConstruct): boolean {
  const here = accountOf(construct);
  const [, account] = /:lambda:[a-z0-9-]+:(\d{12}):function:/.exec(`${functionName} ${invokeArn}`) ?? [];
  return here !== undefined && account !== undefined && account !== here;
}
