import { functionAt } from '../functions';
import type { HttpIntegration, PayloadFormat, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

/** Milliseconds, where nothing is set. */
export const DEFAULT_TIMEOUT = 30_000;

export function readIntegration(integration: Resource, catalog: Catalog): HttpIntegration<Unknown> {
  const uri = integration.text('integration_uri');
  return {
    type: integration.text('integration_type', unknown()),
    ...optional('uri', uri),
    ...optional('function', functionAt(integration, uri, catalog)?.address),
    connection: integration.text<'INTERNET' | 'VPC_LINK'>('connection_type', 'INTERNET'),
    ...optional('connectionId', integration.text('connection_id')),
    ...optional('method', integration.text('integration_method')),
    timeout: integration.number('timeout_milliseconds', DEFAULT_TIMEOUT),
    payloadFormat: integration.text<PayloadFormat>('payload_format_version', '1.0'),
    ...optional('subtype', integration.text('integration_subtype')),
    ...optional('credentials', integration.text('credentials_arn')),
    requestParameters: integration.textTable('request_parameters'),
    responses: readResponses(integration),
  };
}

function readResponses(integration: Resource): HttpIntegration<Unknown>['responses'] {
  const responses = integration.blocks('response_parameters');
  if (isUnknown(responses)) return responses;
  return responses.map((response) => ({
    status: response.text('status_code', unknown()),
    parameters: response.textTable('mappings'),
  }));
}
