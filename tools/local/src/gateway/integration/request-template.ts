import { type Integration } from '@gatehouse/surface';
import { unsupportedMediaType } from '../errors';
import { type Exchange } from '../exchange';
import { header, mediaType } from '../headers';
import { mappingTemplate, type Override, type Template } from './mapping-template';

/**
 * The template for the request's content type; without one the passthrough behaviour decides.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 */
export function requestTemplate(integration: Integration, where: string) {
  const templates = new Map<string, Template>(
    Object.entries(integration.requestTemplates).map(([type, source]) => [
      type,
      mappingTemplate(source, `${where} request template ${type}`),
    ]),
  );
  return (exchange: Exchange, override: Override): Buffer | string => {
    const { request } = exchange;
    const type = mediaType(header(request.rawHeaders, 'content-type') ?? 'application/json');
    const template = templates.get(type);
    if (template) return template(exchange, request.body.toString('utf8'), override);
    const { passthrough } = integration;
    if (passthrough === 'NEVER' || (passthrough === 'WHEN_NO_TEMPLATES' && templates.size > 0)) {
      throw unsupportedMediaType();
    }
    return request.body;
  };
}
