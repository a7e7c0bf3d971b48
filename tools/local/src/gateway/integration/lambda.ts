import { type Integration } from '@gatehouse/surface';
import { FunctionError, NotPermittedError } from '../functions/function-error';
import { type Functions } from '../functions/functions';
import { type Caller } from '../functions/permissions';
import { badGateway, configurationError, integrationTimeout } from '../errors';
import { type Exchange } from '../exchange';
import { header } from '../headers';
import { withStageVariables } from '../substitute';
import { type Integrate } from './integration';
import { lambdaAnswer } from './lambda-answer';
import { lambdaEvent } from './lambda-event';
import { firstAccepted, isBinary } from './media-types';
import { withTimeout } from './timeout';

/** AWS_PROXY with a Lambda function. */
export function lambdaProxy(integration: Integration, functions: Functions): Integrate {
  return async (exchange) => {
    // Lambda's Invoke API is a POST; API Gateway accepts any other method here and fails on each call.
    if (integration.method !== 'POST') {
      throw configurationError(
        `a Lambda integration must use integration_http_method POST, found ${integration.method ?? 'none'}`,
      );
    }
    const event = JSON.stringify(lambdaEvent(exchange));
    const { timeout } = integration;
    const invocation = functions.invoke(functionArn(integration, exchange), event, apiGateway(exchange));
    const payload = await withTimeout(invocation, timeout, () => integrationTimeout(timeout)).catch(
      (error: unknown) => {
        if (error instanceof FunctionError) throw badGateway(error.message);
        if (error instanceof NotPermittedError) throw configurationError(error.message);
        throw error;
      },
    );
    exchange.integration = { ...exchange.integration, status: 200 };
    const accepted = firstAccepted(header(exchange.request.rawHeaders, 'accept'));
    return lambdaAnswer(payload, isBinary(exchange.served.deployment.api.binaryMediaTypes, accepted));
  };
}

/** `arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<function ARN>/invocations` */
function functionArn({ uri = '' }: Integration, exchange: Exchange): string {
  const [, arn] = /\/functions\/([^/]+)\/invocations$/.exec(withStageVariables(uri, exchange)) ?? [];
  if (!arn) throw configurationError(`its uri is not that of a Lambda function: ${uri}`);
  return arn;
}

/** What a function's permission is compared with; a path parameter counts as `*`. */
function apiGateway({ request, route, served }: Exchange): Caller {
  const path = route!.definition.path.replace(/\{[^}]+\}/g, '*');
  const sourceArn = `${served.deployment.api.executionArn}/${served.stage.name}/${request.method}${path}`;
  return { service: 'apigateway.amazonaws.com', sourceArn };
}
