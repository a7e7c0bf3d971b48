import { apiOwners, type Owner } from '../api-owner';
import type { Cors, HttpApi, HttpRoute, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { readHttpDocument } from '../openapi/http';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { readHttpAuthorizers } from './authorizers';
import { DEFAULT_TIMEOUT, readIntegration } from './integrations';
import { readHttpRoutes } from './routes';
import { readHttpStages } from './stages';

const KIND = {
  api: 'aws_apigatewayv2_api',
  id: 'api_id',
  members: ['authorizer', 'integration', 'integration_response', 'route', 'route_response', 'stage'].map(
    (name) => `aws_apigatewayv2_${name}`,
  ),
};

const RESPONSES = ['aws_apigatewayv2_route_response', 'aws_apigatewayv2_integration_response'];

export const readHttpApis = (catalog: Catalog): HttpApi<Unknown>[] =>
  apiOwners(catalog, KIND).map((owner) => readHttpApi(owner, catalog));

function readHttpApi(owner: Owner, catalog: Catalog): HttpApi<Unknown> {
  const { api, managed } = owner;
  const document = api.document('body');
  const defined = document === undefined || isUnknown(document) ? undefined : readHttpDocument(api, document, catalog);
  const unseen = defined?.unseen ?? [];
  const responses = RESPONSES.flatMap(owner.members).map(({ located }) => located);
  return {
    ...api.located,
    managed,
    complete: !isUnknown(document) && !unseen.some(({ routes }) => routes),
    ...(unseen.length > 0 ? { unseen } : {}),
    id: owner.id,
    name: api.text('name', unknown()),
    protocol: api.text<'HTTP' | 'WEBSOCKET'>('protocol_type', unknown()),
    executionArn: api.computed('execution_arn'),
    defaultEndpointDisabled: api.flag(
      'disable_execute_api_endpoint',
      defined?.defaultEndpointDisabled ?? (managed ? false : unknown()),
    ),
    ...optional('cors', readCors(api) ?? defined?.cors),
    ...(defined?.cors && !api.has('cors_configuration') ? { corsInBody: true as const } : {}),
    authorizers: [
      ...readHttpAuthorizers(owner.members('aws_apigatewayv2_authorizer'), catalog),
      ...(defined?.authorizers ?? []),
    ],
    routes: [...quickRoute(api), ...readHttpRoutes(owner, catalog), ...(defined?.routes ?? [])],
    integrations: [
      ...owner.members('aws_apigatewayv2_integration').map((integration) => ({
        ...readIntegration(integration, catalog),
        ...integration.located,
      })),
      ...(defined?.integrations ?? []),
    ],
    ...(responses.length > 0 ? { responses } : {}),
    stages: readHttpStages(owner),
  };
}

function readCors(api: Resource): Cors<Unknown> | undefined {
  const cors = api.block('cors_configuration');
  return (
    cors && {
      origins: cors.texts('allow_origins'),
      credentials: cors.flag('allow_credentials', false),
      methods: cors.texts('allow_methods'),
      headers: cors.texts('allow_headers'),
      ...(cors.has('expose_headers') ? { exposed: cors.texts('expose_headers') } : {}),
      ...optional('maxAge', cors.number('max_age')),
    }
  );
}

/** "Quick create": an API with a `target` has one route, which nothing guards. */
function quickRoute(api: Resource): HttpRoute<Unknown>[] {
  const target = api.text('target');
  if (target === undefined) return [];
  return [
    {
      ...api.located,
      routeKey: api.text('route_key', '$default'),
      auth: { kind: 'none' },
      apiKeyRequired: false,
      integration: {
        type: isUnknown(target) ? unknown() : target.startsWith('arn:') ? 'AWS_PROXY' : 'HTTP_PROXY',
        uri: target,
        connection: 'INTERNET',
        timeout: DEFAULT_TIMEOUT,
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
        payloadFormat: isUnknown(target) ? unknown() : target.startsWith('arn:') ? '2.0' : '1.0',
        requestParameters: {},
        responses: [],
      },
    },
  ];
}
