import { type IConstruct } from 'constructs';
import { httpTimeout } from './http-timeout';
import { type HttpApiIntegration, type Integration } from './integration';
import { restTimeout } from './rest/timeout';

/** A Lambda function: of libs/functions, one that exists, or `LambdaFunction` of the provider. */
export interface LambdaTarget extends IConstruct {
  readonly functionName: string;
  /** What API Gateway calls, from the provider's `invoke_arn`. */
  readonly invokeArn: string;
  /** The alias or version that `invokeArn` calls. @default - the newest code */
  readonly qualifier?: string;
}

/** How a function is called. */
export interface LambdaOptions {
  /**
   * Milliseconds until a REST API answers 504, from 50; more than 29000 needs a raised quota, of a regional or private API. An HTTP API
   * answers 503, after 30000 at most.
   * @default 29000, of an HTTP API 30000
   */
  readonly timeoutMilliseconds?: number;
}

/** What only an HTTP API offers. */
export interface HttpLambdaOptions extends LambdaOptions {
  /**
   * Version of the event that the function gets, and of the answer that it gives. A REST API knows 1.0 alone.
   * @default '2.0'
   */
  readonly payloadFormatVersion?: '1.0' | '2.0';
}

/**
 * On a REST API the function gets the event of payload format 1.0, on an HTTP API that of 2.0. The owner of a function of another account
 * lets the API call it: see docs/functions.md.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function lambdaIntegration(
  target: LambdaTarget,
  options?: LambdaOptions & { readonly payloadFormatVersion?: never },
): Integration & HttpApiIntegration;
export function lambdaIntegration(target: LambdaTarget, options: HttpLambdaOptions): HttpApiIntegration;
export function lambdaIntegration(
  target: LambdaTarget,
  { payloadFormatVersion, timeoutMilliseconds }: HttpLambdaOptions = {},
): Integration & HttpApiIntegration {
  return {
    bind(route) {
      const fix = 'Functions of a REST API get events of version 1.0: remove it, or use an HttpApi';
      route.check(payloadFormatVersion === undefined, 'no payloadFormatVersion', payloadFormatVersion, fix);
      const uri = route.allowInvocation(target);
      const waits = timeoutMilliseconds !== undefined && {
        timeoutMilliseconds: restTimeout(route, timeoutMilliseconds),
      };
      // Functions are called with POST, whatever the verb of the route.
      return { integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri, ...waits } };
    },
    bindHttp(route) {
      return {
        integrationType: 'AWS_PROXY',
        integrationMethod: 'POST',
        integrationUri: route.allowInvocation(target),
        payloadFormatVersion: payloadFormatVersion ?? '2.0',
        timeoutMilliseconds: httpTimeout(route, timeoutMilliseconds),
      };
    },
  };
}
