import { type HttpIntegration } from '@gatehouse/surface';
import { GatewayError, messageOf } from '../errors';
import { type Answer } from '../exchange';
import { FunctionError, NotPermittedError } from '../functions/function-error';
import { lambdaAnswer } from '../integration/lambda-answer';
import { withTimeout } from '../integration/timeout';
import { withStageVariables } from '../substitute';
import { lambdaAnswerV2 } from './answer';
import { HttpApiError, internal, unavailable } from './errors';
import { lambdaEvent, lambdaEventV1 } from './event';
import { type HttpExchange } from './exchange';
import { type HttpIntegrate } from './integration';

/** AWS_PROXY with a Lambda function. */
export function lambda(integration: HttpIntegration): HttpIntegrate {
  const isV1 = integration.payloadFormat === '1.0';
  return async (exchange) => {
    const event = JSON.stringify(isV1 ? lambdaEventV1(exchange) : lambdaEvent(exchange));
    const payload = await invoke(integration, exchange, event);
    exchange.integration = { ...exchange.integration, status: 200 };
    return isV1 ? answerV1(payload) : lambdaAnswerV2(payload);
  };
}

/** `arn:aws:lambda:...:function:name`, or that within `.../functions/<ARN>/invocations`. */
export function functionArnIn(uri: string | undefined, exchange: HttpExchange): string {
  const filled = withStageVariables(uri, exchange);
  const [, inPath] = /\/functions\/([^/]+)\/invocations$/.exec(filled) ?? [];
  const arn = inPath ?? filled;
  if (!/^arn:[^:]+:lambda:[^:]*:\d*:function:[^:]+/.test(arn)) {
    throw internal(`its uri is not that of a Lambda function: ${filled}`);
  }
  return arn;
}

export const isFunction = (uri = ''): boolean => /:lambda:.*\bfunctions?[:/]/.test(uri);

async function invoke(integration: HttpIntegration, exchange: HttpExchange, event: string): Promise<string> {
  const arn = functionArnIn(integration.uri, exchange);
  const caller = { service: 'apigateway.amazonaws.com', sourceArn: sourceArn(exchange) };
  const { timeout } = integration;
  const late = () => unavailable(`the function did not answer within ${timeout} ms`);
  return withTimeout(exchange.functions.invoke(arn, event, caller), timeout, late).catch((error: unknown) => {
    if (error instanceof HttpApiError) throw error;
    if (error instanceof FunctionError || error instanceof NotPermittedError) {
      exchange.integration = { ...exchange.integration, error: messageOf(error) };
      throw internal(messageOf(error));
    }
    throw error;
  });
}

/** What calls a backend: permissions of functions name the path as the route has it, with its variables, or `$default`. */
export function sourceArn({ request, route, served }: HttpExchange): string {
  const place = route?.path === '$default' ? '/$default' : `/${request.method}${route?.path}`;
  return `${served.deployment.api.executionArn}/${served.stage.name}${place}`;
}

/** Answers that REST APIs refuse with 502 are 500 here. */
function answerV1(payload: string): Answer {
  try {
    return lambdaAnswer(payload, true);
  } catch (error) {
    if (error instanceof GatewayError) throw internal(error.message);
    throw error;
  }
}
