import { type CognitoUserPoolLambdaConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type IFunction } from '@gatehouse/construct-kit';
import { type PreTokenGenerationVersion, type TriggerName } from './triggers';

/** A function with what its trigger takes besides. */
export interface Trigger {
  readonly function: IFunction;
  readonly version?: PreTokenGenerationVersion;
  readonly key?: { readonly arn: string };
}

/** @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool#lambda_config */
export function lambdaConfig(triggers: ReadonlyMap<TriggerName, Trigger>): CognitoUserPoolLambdaConfig {
  return Object.assign({}, ...[...triggers].map(([name, trigger]) => argumentsOf(name, trigger))) as object;
}

function argumentsOf(name: TriggerName, trigger: Trigger): CognitoUserPoolLambdaConfig {
  const lambdaArn = trigger.function.functionArn;
  switch (name) {
    case 'preTokenGeneration':
      // The argument without a version would have to name the same function; Cognito fills it in.
      return { preTokenGenerationConfig: { lambdaArn, lambdaVersion: trigger.version! } };
    case 'customEmailSender':
    case 'customSmsSender':
      return { kmsKeyId: trigger.key!.arn, [name]: { lambdaArn, lambdaVersion: 'V1_0' } };
    default:
      return { [name]: lambdaArn };
  }
}
