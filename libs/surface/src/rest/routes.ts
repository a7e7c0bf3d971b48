import { groupBy } from '../group-by';
import { ignoredScopes, readGuard } from '../guard';
import type { RestApi, RestRoute, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { readIntegration } from './integration';
import type { Owner } from '../api-owner';
import { pathOfMethod, placeKey } from './place';

/** Methods with what belongs to them. */
export function readRoutes(
  owner: Owner,
  catalog: Catalog,
): { readonly routes: readonly RestRoute<Unknown>[] } & Pick<RestApi<Unknown>, 'strayResponses'> {
  const at = (type: string) => groupBy(owner.members(type), (member) => placeKey(member, catalog));
  const integrations = at('aws_api_gateway_integration');
  const integrationResponses = at('aws_api_gateway_integration_response');
  const methodResponses = at('aws_api_gateway_method_response');
  const methods = owner.members('aws_api_gateway_method').map((method) => [placeKey(method, catalog), method] as const);
  const keys = new Set(methods.map(([key]) => key));
  const stray = [...integrationResponses.keys(), ...methodResponses.keys()].some((key) => !keys.has(key));
  const routes = methods.map(([key, method]) => {
    const verb = method.text('http_method', unknown());
    const integration = integrations.get(key)?.[0];
    const auth = readGuard(method, method.text('authorization', unknown()), 'aws_api_gateway_authorizer', catalog);
    return {
      method: isUnknown(verb) ? verb : verb.toUpperCase(),
      path: pathOfMethod(method, catalog),
      resourceId: method.text('resource_id', unknown()),
      auth,
      apiKeyRequired: method.flag('api_key_required', false),
      requestParameters: method.flagTable('request_parameters'),
      requestModels: method.textTable('request_models'),
      responses: (methodResponses.get(key) ?? []).map(readResponse),
      ...method.located,
      ...optional('operationName', method.text('operation_name')),
      ...optional('ignoredScopes', ignoredScopes(auth, method)),
      ...optional('publicReason', method.publicReason),
      ...optional('iamCallers', method.iamCallers),
      ...optional('customCallers', method.customCallers),
      ...optional('validator', readValidator(method, catalog)),
      ...(integration
        ? { integration: readIntegration(integration, integrationResponses.get(key) ?? [], catalog) }
        : {}),
    };
  });
  return { routes, ...(stray ? { strayResponses: true as const } : {}) };
}

const readResponse = (response: Resource): RestRoute<Unknown>['responses'][number] => ({
  statusCode: response.text('status_code', unknown()),
  models: response.textTable('response_models'),
  responseParameters: response.flagTable('response_parameters'),
});

function readValidator(method: Resource, catalog: Catalog): RestRoute<Unknown>['validator'] {
  const id = method.text('request_validator_id');
  if (id === undefined) return undefined;
  const validator = catalog.target(method, id, 'aws_api_gateway_request_validator');
  if (!validator) return unknown(isUnknown(id) ? id.references : undefined);
  return {
    body: validator.flag('validate_request_body', false),
    parameters: validator.flag('validate_request_parameters', false),
  };
}
