import type { RestAuthorizer, GatewayResponse, Model, RestRoute, Unknown, UnseenPart } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import { poolAddresses } from '../rest/authorizers';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { readOperation } from './rest-operation';
import { Specification, type Scheme } from './specification';
import { unseenIn } from './unseen';
import { upperCase } from './upper-case';

export interface RestDocument {
  readonly root: Values;
  readonly authorizers: readonly RestAuthorizer<Unknown>[];
  readonly routes: readonly RestRoute<Unknown>[];
  readonly models: readonly Model<Unknown>[];
  readonly gatewayResponses: readonly GatewayResponse<Unknown>[];
  readonly unseen: readonly UnseenPart<Unknown>[];
}

/**
 * What an OpenAPI body says about a REST API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function readRestDocument(api: Resource, document: Values, catalog: Catalog): RestDocument {
  const specification = new Specification(api, document);
  const responses = document.blockOrEmpty('x-amazon-apigateway-gateway-responses');
  return {
    root: document,
    unseen: unseenIn(specification),
    authorizers: specification.schemes.flatMap((scheme) => readAuthorizer(scheme, api, catalog)),
    routes: specification.operations.map((operation) => readOperation(operation, specification, catalog)),
    models: specification.schemas.map(({ name, schema, located }) => ({
      ...located,
      name,
      contentType: 'application/json',
      schema,
    })),
    gatewayResponses: responses.names().map((type) => {
      const response = responses.blockOrEmpty(type);
      return {
        ...specification.located('x-amazon-apigateway-gateway-responses', type),
        type,
        ...optional('statusCode', response.text('statusCode')),
        responseParameters: response.textTable('responseParameters'),
        responseTemplates: response.textTable('responseTemplates'),
      };
    }),
  };
}

const DEFAULT_TTL = 300;

function readAuthorizer(scheme: Scheme, api: Resource, catalog: Catalog): RestAuthorizer<Unknown>[] {
  const { name, values, authorizer } = scheme;
  if (!authorizer) return [];
  const userPoolArns = authorizer.texts('providerARNs');
  const header = values.text('name', 'Authorization');
  const type = upperCase(authorizer.text('type', unknown()));
  const ofHeader = isUnknown(header) ? header : `method.request.header.${header}`;
  return [
    {
      ...api.located,
      address: scheme.address,
      id: name,
      name,
      type: type as RestAuthorizer<Unknown>['type'],
      // The header of the scheme is where the other types look.
      identitySource: authorizer.text('identitySource', type === 'REQUEST' ? '' : ofHeader),
      userPoolArns,
      userPools: poolAddresses(api, userPoolArns, catalog),
      ...optional('identityValidationExpression', authorizer.text('identityValidationExpression')),
      resultTtl: authorizer.number('authorizerResultTtlInSeconds', DEFAULT_TTL),
      ...optional('uri', authorizer.text('authorizerUri')),
      ...optional('credentials', authorizer.text('authorizerCredentials')),
    },
  ];
}
