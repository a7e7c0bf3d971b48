import { type Integration, type RestRoute } from '@gatehouse/surface';
import { FunctionError } from '../functions/function-error';
import { mappedValue } from '../substitute';
import { type Exchange } from '../exchange';
import { callFunction, type InvokeParts } from './call-function';
import { type Integrate } from './integration';
import { integrationResponses } from './integration-response';
import { noOverride } from './mapping-template';
import { requestTemplate } from './request-template';

/**
 * AWS with a Lambda function: the event is what the request template makes, the answer what an integration response makes of the
 * result. A failure is chosen by its error message, not by a status.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html
 */
export function lambdaCustom(route: RestRoute, integration: Integration, parts: InvokeParts): Integrate {
  const makeBody = requestTemplate(integration, route.address);
  const shape = integrationResponses(route, integration.responses);
  return async (exchange) => {
    const override = noOverride();
    const event = makeBody(exchange, override).toString() || '{}';
    const calling = callFunction(integration, exchange, event, parts);
    const result = isAsynchronous(integration, exchange)
      ? await started(calling)
      : await calling.then((body) => ({ body, selector: '' }), failureOf);
    exchange.integration = { ...exchange.integration, status: 200 };
    return shape({ ...result, status: 200, rawHeaders: [] }, exchange, override);
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html */
const isAsynchronous = ({ requestParameters }: Integration, exchange: Exchange): boolean =>
  Object.entries(requestParameters).some(
    ([name, value]) =>
      name.toLowerCase() === 'integration.request.header.x-amz-invocation-type' &&
      mappedValue(value, exchange) === 'Event',
  );

/** What fails before the function runs fails here too; what it answers, or throws, reaches nobody. */
async function started(calling: Promise<string>) {
  const running = calling.catch((error: unknown) => {
    if (!(error instanceof FunctionError)) throw error;
    return '';
  });
  await Promise.race([running, new Promise((resolve) => setImmediate(resolve))]);
  running.catch(() => undefined);
  return { body: '', selector: '' };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html */
function failureOf(error: unknown) {
  if (!(error instanceof FunctionError) || !error.failure) throw error;
  const { message: errorMessage, name: errorType } = error.failure;
  return { body: JSON.stringify({ errorMessage, errorType, trace: [] }), selector: errorMessage };
}
