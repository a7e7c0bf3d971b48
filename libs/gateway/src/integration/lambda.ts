import { type IConstruct } from 'constructs';
import { type Integration } from './integration';

/** A Lambda function: of libs/functions, one that exists, or `LambdaFunction` of the provider. */
export interface LambdaTarget extends IConstruct {
  readonly functionName: string;
  /** What API Gateway calls, from the provider's `invoke_arn`. */
  readonly invokeArn: string;
  /** The alias or version that `invokeArn` calls. @default - the newest code */
  readonly qualifier?: string;
}

/**
 * On a REST API the function gets the event of payload format 1.0, on an HTTP API that of 2.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function lambdaIntegration(target: LambdaTarget): Integration {
  return {
    bind(route) {
      const uri = route.allowInvocation(target);
      // Functions are called with POST, whatever the verb of the route.
      return { integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri } };
    },
    bindHttp(route) {
      const integrationUri = route.allowInvocation(target);
      return { integrationType: 'AWS_PROXY', integrationMethod: 'POST', integrationUri, payloadFormatVersion: '2.0' };
    },
  };
}
