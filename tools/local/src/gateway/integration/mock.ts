import { type Integration, type RestRoute } from '@gatehouse/surface';
import { configurationError } from '../errors';
import { type Integrate } from './integration';
import { integrationResponses } from './integration-response';
import { noOverride } from './mapping-template';
import { requestTemplate } from './request-template';

/**
 * MOCK: the request template names a status code, the integration response of that code is the answer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export function mock(route: RestRoute, integration: Integration): Integrate {
  const makeBody = requestTemplate(integration, route.address);
  const shape = integrationResponses(route, integration.responses);
  return async (exchange) => {
    const override = noOverride();
    const status = statusCode(makeBody(exchange, override).toString());
    return shape({ status, rawHeaders: [], body: '' }, exchange, override);
  };
}

/** AWS also takes `{statusCode: 200}` without quotes. */
function statusCode(body: string): number {
  const [, digits] = /^\s*\{[^]*["']?\bstatusCode["']?\s*:\s*(\d{3})\b/.exec(body) ?? [];
  if (!digits) throw configurationError(`the request template of a MOCK must give a statusCode, found: ${body}`);
  return Number(digits);
}
