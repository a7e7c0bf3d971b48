import { unknown, type RestApi, type Unknown } from '../model';
import type { Catalog } from '../terraform/catalog';
import { Resource } from '../terraform/resource';
import { readAuthorizers } from './authorizers';
import { restApiOwners, type Owner } from './owner';
import { readRoutes } from './routes';
import { readStages } from './stages';

export const readRestApis = (catalog: Catalog): RestApi<Unknown>[] =>
  restApiOwners(catalog).map((owner) => readRestApi(owner, catalog));

function readRestApi(owner: Owner, catalog: Catalog): RestApi<Unknown> {
  const api = owner.api ?? standIn(owner);
  const managed = owner.api?.mode === 'managed';
  const policy = owner.members('aws_api_gateway_rest_api_policy')[0]?.text('policy') ?? api.text('policy');
  /** What the API's own resource would say; of an API that is not here nothing is known. */
  const or = <T>(fallback: T): T | Unknown => (managed ? fallback : unknown());
  return {
    ...api.located,
    managed,
    complete: true,
    id: owner.id,
    name: api.text('name', unknown()),
    executionArn: api.computed('execution_arn'),
    apiKeySource: api.text('api_key_source', or('HEADER' as const)),
    binaryMediaTypes: managed ? api.texts('binary_media_types') : unknown(),
    endpointTypes: managed ? endpointTypes(api) : unknown(),
    defaultEndpointDisabled: api.flag('disable_execute_api_endpoint', or(false)),
    ...(policy === undefined ? {} : { policy }),
    authorizers: readAuthorizers(owner.members('aws_api_gateway_authorizer'), catalog),
    routes: readRoutes(owner, catalog),
    models: owner.members('aws_api_gateway_model').map((model) => ({
      ...model.located,
      name: model.text('name', unknown()),
      contentType: model.text('content_type', unknown()),
      schema: model.text('schema', ''),
    })),
    gatewayResponses: owner.members('aws_api_gateway_gateway_response').map((response) => {
      const statusCode = response.text('status_code');
      return {
        ...response.located,
        type: response.text('response_type', unknown()),
        ...(statusCode === undefined ? {} : { statusCode }),
        responseParameters: response.textTable('response_parameters'),
        responseTemplates: response.textTable('response_templates'),
      };
    }),
    deployments: owner.members('aws_api_gateway_deployment').map((deployment) => ({
      ...deployment.located,
      id: deployment.computed('id'),
      triggers: deployment.textTable('triggers'),
    })),
    stages: readStages(owner, catalog),
    cors: [],
  };
}

function endpointTypes(api: Resource): RestApi<Unknown>['endpointTypes'] {
  const configuration = api.block('endpoint_configuration');
  return configuration ? configuration.texts('types') : ['EDGE'];
}

/** In place of an API that another stack owns. */
function standIn(owner: Owner): Resource {
  const id = typeof owner.id === 'string' ? owner.id : (owner.id.references?.[0] ?? '');
  return new Resource({
    address: `aws_api_gateway_rest_api(${id})`,
    type: 'aws_api_gateway_rest_api',
    mode: 'data',
    scope: -1,
    values: {},
  });
}
