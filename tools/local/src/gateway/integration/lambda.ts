import { type Integration } from '@gatehouse/surface';
import { badGateway } from '../errors';
import { FunctionError } from '../functions/function-error';
import { header } from '../headers';
import { callFunction, type InvokeParts } from './call-function';
import { type Integrate } from './integration';
import { lambdaAnswer } from './lambda-answer';
import { lambdaEvent } from './lambda-event';
import { firstAccepted, isBinary } from './media-types';

/** AWS_PROXY with a Lambda function. */
export function lambdaProxy(integration: Integration, parts: InvokeParts): Integrate {
  return async (exchange) => {
    const event = JSON.stringify(lambdaEvent(exchange));
    const payload = await callFunction(integration, exchange, event, parts).catch((error: unknown) => {
      if (error instanceof FunctionError) throw badGateway(error.message);
      throw error;
    });
    exchange.integration = { ...exchange.integration, status: 200 };
    const accepted = firstAccepted(header(exchange.request.rawHeaders, 'accept'));
    return lambdaAnswer(payload, isBinary(exchange.served.deployment.api.binaryMediaTypes, accepted));
  };
}
