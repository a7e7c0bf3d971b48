import { type IConstruct } from 'constructs';
import { httpTimeout } from './http-timeout';
import { type HttpApiIntegration, type Integration } from './integration';

/** A Lambda function: of libs/functions, one that exists, or `LambdaFunction` of the provider. */
export interface LambdaTarget extends IConstruct {
  readonly functionName: string;
  /** What API Gateway calls, from the provider's `invoke_arn`. */
  readonly invokeArn: string;
  /** The alias or version that `invokeArn` calls. @default - the newest code */
  readonly qualifier?: string;
}

/** What only an HTTP API offers. */
export interface HttpLambdaOptions {
  /**
   * Version of the event that the function gets, and of the answer that it gives. A REST API knows 1.0 alone.
   * @default '2.0'
   */
  readonly payloadFormatVersion?: '1.0' | '2.0';
  /**
   * Milliseconds until API Gateway answers 503, 50 to 30000.
   * @default 30000
   */
  readonly timeoutMilliseconds?: number;
}

/**
 * On a REST API the function gets the event of payload format 1.0, on an HTTP API that of 2.0. The owner of a function of another account
 * lets the API call it: see docs/functions.md.
 *
 * @param options of an HTTP API
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function lambdaIntegration(target: LambdaTarget): Integration & HttpApiIntegration;
export function lambdaIntegration(target: LambdaTarget, options: HttpLambdaOptions): HttpApiIntegration;
export function lambdaIntegration(
  target: LambdaTarget,
  { payloadFormatVersion = '2.0', timeoutMilliseconds }: HttpLambdaOptions = {},
): Integration & HttpApiIntegration {
  return {
    bind(route) {
      const uri = route.allowInvocation(target);
      // Functions are called with POST, whatever the verb of the route.
      return { integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri } };
    },
    bindHttp(route) {
      return {
        integrationType: 'AWS_PROXY',
        integrationMethod: 'POST',
        integrationUri: route.allowInvocation(target),
        payloadFormatVersion,
        timeoutMilliseconds: httpTimeout(route, timeoutMilliseconds),
      };
    },
  };
}
