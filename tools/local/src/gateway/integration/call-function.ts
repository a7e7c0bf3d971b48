import { type Integration } from '@gatehouse/surface';
import { configurationError, integrationTimeout } from '../errors';
import { type DeploymentParts } from '../deployment';
import { type Exchange } from '../exchange';
import { NotPermittedError } from '../functions/function-error';
import { withStageVariables } from '../substitute';
import { checkInvoker } from './invoker';
import { withTimeout } from './timeout';

/** Who vouches for a caller. */
export type InvokeParts = Pick<DeploymentParts, 'callerOf' | 'services'>;

/**
 * Calls the function of an integration, within its timeout.
 *
 * @returns what the function returned, as JSON
 * @throws FunctionError when the function failed, GatewayError when it could not be called
 */
export async function callFunction(
  integration: Integration,
  exchange: Exchange,
  event: string,
  parts: InvokeParts,
): Promise<string> {
  // Lambda's Invoke API is a POST; API Gateway accepts any other method here and fails on each call.
  if (integration.method !== 'POST') {
    const found = integration.method ?? 'none';
    throw configurationError(`a Lambda integration must use integration_http_method POST, found ${found}`);
  }
  const { timeout } = integration;
  const arn = functionArn(integration.uri, exchange);
  const caller = integration.credentials
    ? await checkInvoker(integration.credentials, arn, exchange, parts)
    : { service: 'apigateway.amazonaws.com', sourceArn: sourceArnOf(exchange) };
  const invocation = exchange.functions.invoke(arn, event, caller);
  return withTimeout(invocation, timeout, () => integrationTimeout(timeout)).catch((error: unknown) => {
    if (error instanceof NotPermittedError) throw configurationError(error.message);
    throw error;
  });
}

/** A path parameter counts as `*`. */
function sourceArnOf({ request, route, served }: Exchange): string {
  const path = route!.definition.path.replace(/\{[^}]+\}/g, '*');
  return `${served.deployment.api.executionArn}/${served.stage.name}/${request.method}${path}`;
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
