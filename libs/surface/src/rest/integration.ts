import type { Integration, IntegrationResponse, Unknown } from '../model';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { functionAt } from '../functions';

type IntegrationType = Integration['type'];

const DEFAULT_TIMEOUT = 29_000;

export function readIntegration(
  integration: Resource,
  responses: readonly Resource[],
  catalog: Catalog,
): Integration<Unknown> {
  const uri = integration.text('uri');
  const method = integration.text('integration_http_method');
  const contentHandling = integration.text<'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'>('content_handling');
  const called = functionAt(integration, uri, catalog);
  return {
    type: integration.text<IntegrationType>('type', unknown()),
    ...(uri === undefined ? {} : { uri }),
    ...(called ? { function: called.address } : {}),
    connection: integration.text<'INTERNET' | 'VPC_LINK'>('connection_type', 'INTERNET'),
    ...(method === undefined ? {} : { method }),
    timeout: integration.number('timeout_milliseconds', DEFAULT_TIMEOUT),
    requestTemplates: integration.textTable('request_templates'),
    requestParameters: integration.textTable('request_parameters'),
    passthrough: integration.text('passthrough_behavior', 'WHEN_NO_MATCH'),
    ...(contentHandling === undefined ? {} : { contentHandling }),
    ...(integration.has('cache_key_parameters')
      ? { cacheKeyParameters: integration.texts('cache_key_parameters') }
      : {}),
    responses: responses.map(readResponse),
  };
}

function readResponse(response: Resource): IntegrationResponse<Unknown> {
  const selectionPattern = response.text('selection_pattern');
  return {
    statusCode: response.text('status_code', unknown()),
    ...(selectionPattern === undefined ? {} : { selectionPattern }),
    responseParameters: response.textTable('response_parameters'),
    responseTemplates: response.textTable('response_templates'),
  };
}
