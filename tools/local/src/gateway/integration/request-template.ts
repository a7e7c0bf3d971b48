import { type Integration } from '@gatehouse/surface';
import { unsupportedMediaType } from '../errors';
import { type Exchange } from '../exchange';
import { header, mediaType } from '../headers';
import { convert } from './content-handling';
import { mappingTemplate, type Override, type Template } from './mapping-template';
import { isBinary } from './media-types';

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
    const { request, served } = exchange;
    const { binaryMediaTypes } = served.deployment.api;
    const binary = isBinary(binaryMediaTypes, header(request.rawHeaders, 'content-type'));
    const body = convert(request.body, binary, integration.contentHandling, binary ? 'binary' : 'text');
    const type = mediaType(header(request.rawHeaders, 'content-type') ?? 'application/json');
    const template = templates.get(type);
    if (template) return template(exchange, body.toString('utf8'), override);
    const { passthrough } = integration;
    if (passthrough === 'NEVER' || (passthrough === 'WHEN_NO_TEMPLATES' && templates.size > 0)) {
      throw unsupportedMediaType();
    }
    return body;
  };
}
