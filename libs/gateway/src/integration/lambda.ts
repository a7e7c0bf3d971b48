import { type IConstruct } from 'constructs';
import { type Integration } from './integration';

/** A Lambda function: the construct of libs/stacks, or `LambdaFunction` of the provider. */
export interface LambdaTarget extends IConstruct {
  readonly functionName: string;
  /** What API Gateway calls, from the provider's `invoke_arn`. */
  readonly invokeArn: string;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
export function lambdaIntegration(target: LambdaTarget): Integration {
  return {
    bind(route) {
      const uri = route.allowInvocation(target);
      // Functions are called with POST, whatever the verb of the route.
      return { integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri } };
    },
  };
}
