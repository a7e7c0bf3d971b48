import { type Integration } from '@gatehouse/surface';
import { configurationError, integrationTimeout } from '../errors';
import { type Exchange } from '../exchange';
import { NotPermittedError } from '../functions/function-error';
import { withStageVariables } from '../substitute';
import { withTimeout } from './timeout';

/**
 * Calls the function of an integration, within its timeout.
 *
 * @returns what the function returned, as JSON
 * @throws FunctionError when the function failed, GatewayError when it could not be called
 */
export async function callFunction(integration: Integration, exchange: Exchange, event: string): Promise<string> {
  // Lambda's Invoke API is a POST; API Gateway accepts any other method here and fails on each call.
  if (integration.method !== 'POST') {
    const found = integration.method ?? 'none';
    throw configurationError(`a Lambda integration must use integration_http_method POST, found ${found}`);
  }
  const { timeout } = integration;
  const { request, route, served } = exchange;
  // A path parameter counts as `*`.
  const path = route!.definition.path.replace(/\{[^}]+\}/g, '*');
  const sourceArn = `${served.deployment.api.executionArn}/${served.stage.name}/${request.method}${path}`;
  const caller = { service: 'apigateway.amazonaws.com', sourceArn };
  const invocation = exchange.functions.invoke(functionArn(integration.uri, exchange), event, caller);
  return withTimeout(invocation, timeout, () => integrationTimeout(timeout)).catch((error: unknown) => {
    if (error instanceof NotPermittedError) throw configurationError(error.message);
    throw error;
  });
}

/** Whether a URI is `arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<function ARN>/invocations`. */
export const isFunctionUri = (uri = ''): boolean => FUNCTION_URI.test(uri);

const FUNCTION_URI = /\/functions\/([^/]+)\/invocations$/;

/** @throws GatewayError when the URI, with its stage variables, names no function */
export function functionArn(uri: string | undefined, exchange: Exchange): string {
  const [, arn] = FUNCTION_URI.exec(withStageVariables(uri, exchange)) ?? [];
  if (!arn) throw configurationError(`its uri is not that of a Lambda function: ${uri ?? ''}`);
  return arn;
}
