import type { Integration, IntegrationResponse, Unknown } from '../model';
import { unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { functionAt } from '../functions';

const DEFAULT_TIMEOUT = 29_000;

export function readIntegration(
  integration: Resource,
  responses: readonly Resource[],
  catalog: Catalog,
): Integration<Unknown> {
  const uri = integration.text('uri');
  return {
    type: integration.text<Integration['type'] & string>('type', unknown()),
    ...optional('uri', uri),
    ...optional('function', functionAt(integration, uri, catalog)?.address),
    connection: integration.text<'INTERNET' | 'VPC_LINK'>('connection_type', 'INTERNET'),
    ...optional('connectionId', integration.text('connection_id')),
    ...optional('credentials', integration.text('credentials')),
    ...(integration.has('tls_config') ? { tls: true as const } : {}),
    ...insecureTls(integration.block('tls_config')?.flag('insecure_skip_verification', false)),
    ...optional('method', integration.text('integration_http_method')),
    timeout: integration.number('timeout_milliseconds', DEFAULT_TIMEOUT),
    requestTemplates: integration.textTable('request_templates'),
    requestParameters: integration.textTable('request_parameters'),
    passthrough: integration.text('passthrough_behavior', 'WHEN_NO_MATCH'),
    ...optional('contentHandling', integration.text<'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'>('content_handling')),
    ...(integration.has('cache_key_parameters')
      ? { cacheKeyParameters: integration.texts('cache_key_parameters') }
      : {}),
    ...optional('cacheNamespace', integration.text('cache_namespace')),
    responses: responses.map(readResponse),
  };
}

/** Left out where the certificate is verified. */
export const insecureTls = (skipped: boolean | Unknown | undefined): Pick<Integration<Unknown>, 'insecureTls'> =>
  skipped === undefined || skipped === false ? {} : { insecureTls: skipped };

const readResponse = (response: Resource): IntegrationResponse<Unknown> => ({
  statusCode: response.text('status_code', unknown()),
  ...optional('selectionPattern', response.text('selection_pattern')),
  ...optional('contentHandling', response.text<'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'>('content_handling')),
  responseParameters: response.textTable('response_parameters'),
  responseTemplates: response.textTable('response_templates'),
});
