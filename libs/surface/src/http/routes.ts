import type { Owner } from '../api-owner';
import { ignoredScopes, readGuard } from '../guard';
import type { HttpIntegration, HttpRoute, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { readIntegration } from './integrations';

export const readHttpRoutes = (owner: Owner, catalog: Catalog): HttpRoute<Unknown>[] =>
  owner.members('aws_apigatewayv2_route').map((route) => {
    const auth = readGuard(route, route.text('authorization_type', 'NONE'), 'aws_apigatewayv2_authorizer', catalog);
    return {
      ...route.located,
      routeKey: route.text('route_key', unknown()),
      auth,
      ...optional('ignoredScopes', ignoredScopes(auth, route)),
      ...optional('publicReason', route.publicReason),
      ...optional('iamCallers', route.iamCallers),
      ...optional('customCallers', route.customCallers),
      apiKeyRequired: route.flag('api_key_required', false),
      ...optional('integration', integrationOf(route, catalog)),
      ...optional('target', route.text('target')),
    };
  });

/** `integrations/<id>` */
function integrationOf(route: Resource, catalog: Catalog): HttpIntegration<Unknown> | undefined {
  const target = route.text('target');
  const id = isUnknown(target) ? target : target?.replace(/^integrations\//, '');
  const integration = catalog.target(route, id, 'aws_apigatewayv2_integration');
  return integration && { resource: integration.address, ...readIntegration(integration, catalog) };
}
