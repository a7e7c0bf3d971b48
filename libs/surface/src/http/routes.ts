import type { Owner } from '../api-owner';
import { functionAt } from '../functions';
import { readGuard } from '../guard';
import type { HttpIntegration, HttpRoute, PayloadFormat, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

export const readHttpRoutes = (owner: Owner, catalog: Catalog): HttpRoute<Unknown>[] =>
  owner.members('aws_apigatewayv2_route').map((route) => ({
    ...route.located,
    routeKey: route.text('route_key', unknown()),
    auth: readGuard(route, route.text('authorization_type', 'NONE'), 'aws_apigatewayv2_authorizer', catalog),
    apiKeyRequired: route.flag('api_key_required', false),
    ...optional('integration', readIntegration(route, catalog)),
  }));

/** `integrations/<id>` */
function readIntegration(route: Resource, catalog: Catalog): HttpIntegration<Unknown> | undefined {
  const target = route.text('target');
  const id = isUnknown(target) ? target : target?.replace(/^integrations\//, '');
  const integration = catalog.target(route, id, 'aws_apigatewayv2_integration');
  if (!integration) return undefined;
  const uri = integration.text('integration_uri');
  return {
    type: integration.text('integration_type', unknown()),
    ...optional('uri', uri),
    ...optional('function', functionAt(integration, uri, catalog)?.address),
    connection: integration.text<'INTERNET' | 'VPC_LINK'>('connection_type', 'INTERNET'),
    ...optional('method', integration.text('integration_method')),
    timeout: integration.number('timeout_milliseconds', DEFAULT_TIMEOUT),
    payloadFormat: integration.text<PayloadFormat>('payload_format_version', '1.0'),
    ...optional('subtype', integration.text('integration_subtype')),
    ...optional('credentials', integration.text('credentials_arn')),
    requestParameters: integration.textTable('request_parameters'),
    responses: readResponses(integration),
  };
}

/** Milliseconds, where nothing is set. */
export const DEFAULT_TIMEOUT = 30_000;

function readResponses(integration: Resource): HttpIntegration<Unknown>['responses'] {
  const responses = integration.blocks('response_parameters');
  if (isUnknown(responses)) return responses;
  return responses.map((response) => ({
    status: response.text('status_code', unknown()),
    parameters: response.textTable('mappings'),
  }));
}
