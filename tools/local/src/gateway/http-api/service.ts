import { type HttpIntegration } from '@gatehouse/surface';
import { withTimeout } from '../integration/timeout';
import { type ServiceAnswer, ServiceNotCalledError, type Services } from '../services';
import { withStageVariables } from '../substitute';
import { internal, notServed, unavailable } from './errors';
import { type HttpExchange } from './exchange';
import { type HttpIntegrate } from './integration';
import { sourceArn } from './lambda';
import { mapResponse } from './mapping';
import { serviceRequests } from './service-requests';
import { mappedText } from './values';

/**
 * AWS_PROXY with an AWS service: `SQS-SendMessage` and the others that the emulator carries out, with the credentials of the
 * integration's role.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html
 */
export function service(integration: HttpIntegration, subtype: string, services: Services): HttpIntegrate {
  const { credentials, timeout } = integration;
  const make = serviceRequests[subtype];
  return async (exchange) => {
    if (make === undefined) throw notServed(subtype);
    if (!credentials) throw internal('an integration with an AWS service needs credentials_arn');
    const { Region, ...parameters } = parametersOf(integration, exchange);
    const from = sourceArn(exchange);
    const request = { region: Region ?? (from.split(':')[3] as string), ...make(parameters) };
    const calling = services.call(request, withStageVariables(credentials, exchange), from);
    const late = () => unavailable(`${subtype} did not answer within ${timeout} ms`);
    const answer = await withTimeout(calling, timeout, late).catch((error: unknown) => {
      if (!(error instanceof ServiceNotCalledError)) throw error;
      throw error.why === 'role' ? internal(error.message) : unavailable(error.message);
    });
    // No service of AWS answers 501 to what it does; the emulator does where it cannot.
    if (answer.status === 501) throw notServed(`the AWS service integration ${subtype}: ${answer.body.toString()}`);
    return shaped(answer, integration, exchange);
  };
}

function parametersOf({ requestParameters }: HttpIntegration, exchange: HttpExchange): Record<string, string> {
  const values = Object.entries(requestParameters).flatMap(([name, template]) => {
    const value = mappedText(template, exchange);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

function shaped({ body, headers, status }: ServiceAnswer, integration: HttpIntegration, exchange: HttpExchange) {
  const requestId = headers.find(([name]) => name === 'x-amzn-requestid')?.[1];
  exchange.integration = { ...exchange.integration, status, ...(requestId !== undefined && { requestId }) };
  const sent = headers
    .filter(([name]) => name === 'content-type')
    .map(([name, value]): [string, string] => [name, value]);
  return mapResponse(integration, exchange, { status, headers: sent, body });
}
