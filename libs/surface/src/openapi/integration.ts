import { functionAt } from '../functions';
import type { Integration, IntegrationResponse, Unknown } from '../model';
import { unknown } from '../model/value';
import { optional } from '../optional';
import { insecureTls } from '../rest/integration';
import type { Catalog } from '../terraform/catalog';
import type { Values } from '../terraform/values';
import type { Specification } from './specification';
import { upperCase } from './upper-case';

const DEFAULT_TIMEOUT = 29_000;

/** `x-amazon-apigateway-integration` */
export function readIntegration(
  operation: Values,
  specification: Specification,
  catalog: Catalog,
): Integration<Unknown> | undefined {
  const written = operation.block('x-amazon-apigateway-integration');
  if (!written) return undefined;
  const integration = specification.resolve(written);
  const uri = integration.text('uri');
  const responses = integration.blockOrEmpty('responses');
  return {
    type: upperCase(integration.text('type', unknown())) as Integration<Unknown>['type'],
    ...optional('uri', uri),
    ...optional('function', functionAt(specification.api, uri, catalog)?.address),
    connection: integration.text<'INTERNET' | 'VPC_LINK'>('connectionType', 'INTERNET'),
    ...optional('connectionId', integration.text('connectionId')),
    ...optional('credentials', integration.text('credentials')),
    ...(integration.has('tlsConfig') ? { tls: true as const } : {}),
    ...insecureTls(integration.block('tlsConfig')?.flag('insecureSkipVerification', false)),
    ...optional('method', integration.text('httpMethod')),
    timeout: integration.number('timeoutInMillis', DEFAULT_TIMEOUT),
    requestTemplates: integration.textTable('requestTemplates'),
    requestParameters: integration.textTable('requestParameters'),
    passthrough: upperCase(
      integration.text('passthroughBehavior', 'when_no_match'),
    ) as Integration<Unknown>['passthrough'],
    ...optional('contentHandling', integration.text<'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'>('contentHandling')),
    ...(integration.has('cacheKeyParameters') ? { cacheKeyParameters: integration.texts('cacheKeyParameters') } : {}),
    ...optional('cacheNamespace', integration.text('cacheNamespace')),
    responses: responses.isUnknown()
      ? [readResponse('default', responses)]
      : responses.names().map((pattern) => readResponse(pattern, responses.blockOrEmpty(pattern))),
  };
}

/** The key is the selection pattern; `default` stands for none. */
const readResponse = (pattern: string, response: Values): IntegrationResponse<Unknown> => ({
  statusCode: response.text('statusCode', unknown()),
  ...(pattern === 'default' ? {} : { selectionPattern: pattern }),
  ...optional('contentHandling', response.text<'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'>('contentHandling')),
  responseParameters: response.textTable('responseParameters'),
  responseTemplates: response.textTable('responseTemplates'),
});
