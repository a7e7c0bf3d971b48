import { functionAt } from '../functions';
import { issuingPool } from '../http/authorizers';
import { DEFAULT_TIMEOUT } from '../http/integrations';
import type {
  Cors,
  HttpApi,
  HttpAuthorizer,
  HttpIntegration,
  HttpRoute,
  PayloadFormat,
  Unknown,
  UnseenPart,
} from '../model';
import { locatedOf } from '../model/located';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { authOf } from './auth';
import { Specification, type Operation } from './specification';
import { unseenIn } from './unseen';
import { upperCase } from './upper-case';

interface HttpDocument {
  readonly authorizers: readonly HttpAuthorizer<Unknown>[];
  readonly routes: readonly HttpRoute<Unknown>[];
  readonly integrations: NonNullable<HttpApi<Unknown>['integrations']>;
  readonly unseen: readonly UnseenPart<Unknown>[];
  readonly cors?: Cors<Unknown>;
  readonly defaultEndpointDisabled?: boolean | Unknown;
}

/** What an OpenAPI body says about an HTTP API. */
export function readHttpDocument(api: Resource, document: Values, catalog: Catalog): HttpDocument {
  const specification = new Specification(api, document);
  const routes = specification.operations.map((operation) => readRoute(operation, specification, catalog));
  return {
    authorizers: specification.schemes.flatMap(({ name, address, authorizer }) =>
      authorizer ? [{ ...api.located, address, ...readAuthorizer(name, authorizer, api, catalog) }] : [],
    ),
    routes,
    unseen: unseenIn(specification),
    integrations: routes.flatMap((route) => (route.integration ? [{ ...locatedOf(route), ...route.integration }] : [])),
    ...optional('cors', readCors(document)),
    ...optional(
      'defaultEndpointDisabled',
      document.blockOrEmpty('x-amazon-apigateway-endpoint-configuration').flag('disableExecuteApiEndpoint', false) ||
        undefined,
    ),
  };
}

function readAuthorizer(
  name: string,
  values: Values,
  api: Resource,
  catalog: Catalog,
): Omit<HttpAuthorizer<Unknown>, 'address'> {
  const jwt = values.blockOrEmpty('jwtConfiguration');
  const issuer = jwt.text('issuer');
  return {
    id: name,
    name,
    type: upperCase(values.text('type', unknown())) as HttpAuthorizer<Unknown>['type'],
    identitySources: splitSources(values.text('identitySource')),
    ...optional('issuer', issuer),
    audience: jwt.texts('audience'),
    ...optional('userPool', issuingPool(api, issuer, catalog)?.address),
    ...optional('uri', values.text('authorizerUri')),
    resultTtl: values.number('authorizerResultTtlInSeconds', 0),
    ...optional('payloadFormat', values.text<PayloadFormat>('authorizerPayloadFormatVersion')),
    simpleResponses: values.flag('enableSimpleResponses', false),
  };
}

const splitSources = (sources: string | Unknown | undefined): HttpAuthorizer<Unknown>['identitySources'] =>
  isUnknown(sources)
    ? sources
    : (sources ?? '')
        .split(',')
        .map((source) => source.trim())
        .filter(Boolean);

function readRoute(operation: Operation, specification: Specification, catalog: Catalog): HttpRoute<Unknown> {
  const { path, verb, values } = operation;
  const { api } = specification;
  const integration = specification.resolve(values.blockOrEmpty('x-amazon-apigateway-integration'));
  return {
    ...api.located,
    address: operation.address,
    routeKey: path === '/$default' ? '$default' : `${verb} ${path}`,
    auth: authOf(operation, specification, 'jwt'),
    apiKeyRequired: false,
    ...(integration.names().length === 0 ? {} : { integration: readIntegration(integration, api, catalog) }),
  };
}

function readIntegration(integration: Values, api: Resource, catalog: Catalog): HttpIntegration<Unknown> {
  const uri = integration.text('uri');
  const responses = integration.blockOrEmpty('responseParameters');
  return {
    type: upperCase(integration.text('type', unknown())),
    ...optional('uri', uri),
    ...optional('function', functionAt(api, uri, catalog)?.address),
    connection: integration.text<'INTERNET' | 'VPC_LINK'>('connectionType', 'INTERNET'),
    ...optional('connectionId', integration.text('connectionId')),
    ...optional('method', integration.text('httpMethod')),
    timeout: integration.number('timeoutInMillis', DEFAULT_TIMEOUT),
    payloadFormat: integration.text<PayloadFormat>('payloadFormatVersion', '1.0'),
    ...optional('subtype', integration.text('integrationSubtype')),
    ...optional('credentials', integration.text('credentials')),
    requestParameters: integration.textTable('requestParameters'),
    responses: responses.names().map((status) => ({ status, parameters: responses.textTable(status) })),
  };
}

function readCors(document: Values): Cors<Unknown> | undefined {
  const cors = document.block('x-amazon-apigateway-cors');
  return (
    cors && {
      origins: cors.oneOrMore('allowOrigins'),
      credentials: cors.flag('allowCredentials', false),
      methods: cors.oneOrMore('allowMethods'),
      headers: cors.oneOrMore('allowHeaders'),
      ...(cors.has('exposeHeaders') ? { exposed: cors.oneOrMore('exposeHeaders') } : {}),
      ...optional('maxAge', cors.number('maxAge')),
    }
  );
}
