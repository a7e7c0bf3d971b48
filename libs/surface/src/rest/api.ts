import { apiOwners, type Owner } from '../api-owner';
import { readPolicy, readStatements } from '../iam/policy';
import type { Policy, RestApi, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { readRestDocument, type RestDocument } from '../openapi/rest';
import { canonicalJson } from '../canonical-json';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { readAuthorizers } from './authorizers';
import { readApiCors } from './cors';
import { readRoutes } from './routes';
import { readStages } from './stages';

const KIND = {
  api: 'aws_api_gateway_rest_api',
  id: 'rest_api_id',
  members: [
    'authorizer',
    'deployment',
    'gateway_response',
    'integration',
    'integration_response',
    'method',
    'method_response',
    'method_settings',
    'model',
    'request_validator',
    'resource',
    'rest_api_policy',
    'rest_api_put',
    'stage',
  ].map((name) => `aws_api_gateway_${name}`),
};

export const readRestApis = (catalog: Catalog): RestApi<Unknown>[] =>
  apiOwners(catalog, KIND).map((owner) => readRestApi(owner, catalog));

function readRestApi(owner: Owner, catalog: Catalog): RestApi<Unknown> {
  const { api, managed } = owner;
  const holders = [api, ...owner.members('aws_api_gateway_rest_api_put')];
  const bodies = holders.map((holder) => holder.document('body'));
  const documents = bodies.flatMap((body) => (isKnown(body) ? [readRestDocument(api, body, catalog)] : []));
  /** Arguments of the API go before its body; of an API that is not here nothing is known. */
  const or = <T>(fallback: T): T | Unknown => (managed ? fallback : unknown());
  const { routes: own, strayResponses } = readRoutes(owner, catalog);
  const routes = [...own, ...documents.flatMap((document) => document.routes)];
  const gatewayResponses = [
    ...owner.members('aws_api_gateway_gateway_response').map(readGatewayResponse),
    ...documents.flatMap(({ gatewayResponses }) => gatewayResponses),
  ];
  return {
    managed,
    ...seenOf(bodies, documents),
    id: owner.id,
    name: api.text('name', unknown()),
    executionArn: api.computed('execution_arn'),
    apiKeySource: api.text('api_key_source', readKeySource(documents) ?? or('HEADER' as const)),
    binaryMediaTypes: managed ? readBinaryMediaTypes(api, documents) : unknown(),
    endpointTypes: managed ? readEndpointTypes(api) : unknown(),
    ...optional('vpcEndpointIds', readVpcEndpoints(api, documents)),
    ...sizes(owner, holders),
    defaultEndpointDisabled: api.flag('disable_execute_api_endpoint', isDisabled(documents) || or(false)),
    authorizers: [
      ...readAuthorizers(owner.members('aws_api_gateway_authorizer'), catalog),
      ...documents.flatMap(({ authorizers }) => authorizers),
    ],
    routes,
    models: [...owner.members('aws_api_gateway_model').map(readModel), ...documents.flatMap(({ models }) => models)],
    gatewayResponses,
    deployments: owner.members('aws_api_gateway_deployment').map(readDeployment),
    stages: readStages(owner, catalog),
    cors: readApiCors(routes, gatewayResponses),
    ...api.located,
    ...optional('strayResponses', strayResponses),
    ...optional('minimumCompressionSize', readCompression(api, documents)),
    ...optional('policy', readResourcePolicy(owner, documents, catalog)),
  };
}

/** How much of its bodies is known. */
function seenOf(
  bodies: readonly (Values | Unknown | undefined)[],
  documents: readonly RestDocument[],
): Pick<RestApi<Unknown>, 'complete' | 'unseen'> {
  const unseen = documents.flatMap((document) => document.unseen);
  const complete = !bodies.some(isUnknown) && !unseen.some(({ routes }) => routes);
  return { complete, ...(unseen.length > 0 ? { unseen } : {}) };
}

const isKnown = (body: Values | Unknown | undefined): body is Values => body !== undefined && !isUnknown(body);

const readModel = (model: Resource): RestApi<Unknown>['models'][number] => ({
  ...model.located,
  name: model.text('name', unknown()),
  contentType: model.text('content_type', unknown()),
  schema: canonicalJson(model.text('schema', '')),
});

const readDeployment = (deployment: Resource): RestApi<Unknown>['deployments'][number] => ({
  ...deployment.located,
  id: deployment.computed('id'),
  triggers: deployment.textTable('triggers'),
});

function readGatewayResponse(response: Resource): RestApi<Unknown>['gatewayResponses'][number] {
  return {
    ...response.located,
    type: response.text('response_type', unknown()),
    ...optional('statusCode', response.text('status_code')),
    responseParameters: response.textTable('response_parameters'),
    responseTemplates: response.textTable('response_templates'),
  };
}

function readResourcePolicy(
  owner: Owner,
  documents: readonly RestDocument[],
  catalog: Catalog,
): Policy<Unknown> | undefined {
  const [separate] = owner.members('aws_api_gateway_rest_api_policy');
  if (separate) return readPolicy(separate, catalog, 'policy');
  const inBody = documents.map(({ root }) => root.block('x-amazon-apigateway-policy')).find(Boolean);
  const own = readPolicy(owner.api, catalog, 'policy');
  // The argument is computed as well: not written and not known yet, it will be what the body says.
  return inBody && (own === undefined || isUnknown(own)) ? readStatements(inBody) : own;
}

function readBinaryMediaTypes(api: Resource, documents: readonly RestDocument[]): RestApi<Unknown>['binaryMediaTypes'] {
  const own = api.texts('binary_media_types');
  const body = documents
    .map(({ root }) => root.texts('x-amazon-apigateway-binary-media-types'))
    .find((types) => isUnknown(types) || types.length > 0);
  return body && (isUnknown(own) || own.length === 0) ? body : own;
}

/** The provider writes -1, or nothing, for "off". */
function readCompression(
  api: Resource,
  documents: readonly RestDocument[],
): RestApi<Unknown>['minimumCompressionSize'] {
  const inBody = documents.map(({ root }) => root.number('x-amazon-apigateway-minimum-compression-size'));
  const own = api.text('minimum_compression_size') === undefined ? undefined : api.number('minimum_compression_size');
  const size = [own, ...inBody].find((each) => each !== undefined);
  return size === undefined || isUnknown(size) || size >= 0 ? size : undefined;
}

/** What a body says of the endpoint holds where the argument is not written. */
const endpointOf = (root: Values): Values => root.blockOrEmpty('x-amazon-apigateway-endpoint-configuration');

const isDisabled = (documents: readonly RestDocument[]): boolean =>
  documents.some(({ root }) => endpointOf(root).flag('disableExecuteApiEndpoint', false) === true);

const readKeySource = (documents: readonly RestDocument[]): RestApi<Unknown>['apiKeySource'] | undefined =>
  documents
    .map(({ root }) => root.text<'HEADER' | 'AUTHORIZER'>('x-amazon-apigateway-api-key-source'))
    .find((source) => source !== undefined);

function readVpcEndpoints(api: Resource, documents: readonly RestDocument[]): RestApi<Unknown>['vpcEndpointIds'] {
  const endpoint = api.blockOrEmpty('endpoint_configuration');
  const types = endpoint.texts('types');
  // Not written any more, a plan repeats what an API had that was private.
  const repeated =
    !api.written && !isUnknown(types) && !types.includes('PRIVATE') && typeof api.text('id') === 'string';
  const own = repeated ? [] : endpoint.texts('vpc_endpoint_ids');
  const inBody = documents.map(({ root }) => endpointOf(root).texts('vpcEndpointIds'));
  return [own, ...inBody].find((ids) => isUnknown(ids) || ids.length > 0);
}

/** What AWS limits; nothing where nothing is written. */
function sizes(owner: Owner, holders: readonly Resource[]): Pick<RestApi<Unknown>, 'bodySize' | 'policyLength'> {
  const [policy = owner.api] = owner.members('aws_api_gateway_rest_api_policy');
  const body = Math.max(...holders.map((holder) => holder.size('body')));
  const length = policy.size('policy');
  return { ...(body > 0 ? { bodySize: body } : {}), ...(length > 0 ? { policyLength: length } : {}) };
}

function readEndpointTypes(api: Resource): RestApi<Unknown>['endpointTypes'] {
  const configuration = api.block('endpoint_configuration');
  return configuration ? configuration.texts('types') : ['EDGE'];
}
