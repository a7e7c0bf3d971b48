import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { lambda, poolArn, resource } from './names';

const backend = {
  'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: lambda('orders') },
};
const guarded = (...scopes: readonly string[]) => ({ ...backend, security: [{ people: scopes }] });

/** An OpenAPI document, as API Gateway takes it. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
const document = (paths: JsonObject, info: JsonObject = {}) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'orders', version: '1', ...info },
    paths,
    components: {
      securitySchemes: {
        people: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: [poolArn('eu-west-1_Orders001')],
          },
        },
      },
    },
  });

const API = 'aws_api_gateway_rest_api';
const edit = (name: string, before: string, after: string) =>
  terraform(resource(API, name, { name, body: before }), resource(API, name, { body: after }));

/** REST APIs that an OpenAPI document defines. */
export const openapi = [
  dangerous(
    'openapi-route-public',
    'An operation of an OpenAPI document loses its security',
    ['critical route-public', 'medium unused-authorizer'],
    edit(
      'openapi_public',
      document({ '/orders': { get: guarded() } }),
      document({ '/orders': { get: backend } }),
    ),
  ),
  dangerous(
    'openapi-scope-dropped',
    'An operation of an OpenAPI document takes any token',
    'high scope-loosened',
    edit(
      'openapi_scope',
      document({ '/orders': { get: guarded('orders/read') } }),
      document({ '/orders': { get: guarded() } }),
    ),
  ),
  harmless(
    'openapi-route-new-guarded',
    'An OpenAPI document gets an operation with security',
    edit(
      'openapi_guarded',
      document({ '/orders': { get: guarded('orders/read') } }),
      document({ '/orders': { get: guarded('orders/read') }, '/me': { get: guarded() } }),
    ),
  ),
  harmless(
    'openapi-described',
    'An OpenAPI document is described, and its keys change places',
    edit(
      'openapi_described',
      document({ '/orders': { get: guarded('orders/read') }, '/me': { get: guarded() } }),
      document(
        { '/me': { get: guarded() }, '/orders': { get: guarded('orders/read') } },
        { description: 'Orders' },
      ),
    ),
  ),
];
