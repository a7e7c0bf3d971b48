import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { ACCOUNT, ref, resource } from './names';

/** An HTTP API with a JWT authorizer, one route and a stage that deploys by itself. */
function httpApi(name: string) {
  const api_id = ref(`aws_apigatewayv2_api.${name}`);
  return {
    resource: {
      aws_apigatewayv2_api: {
        [name]: { name, protocol_type: 'HTTP' },
      },
      aws_apigatewayv2_authorizer: {
        [name]: {
          api_id,
          name,
          authorizer_type: 'JWT',
          identity_sources: ['$request.header.Authorization'],
          jwt_configuration: [
            {
              audience: ['orders-app'],
              issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Orders001',
            },
          ],
        },
      },
      aws_apigatewayv2_route: {
        [name]: {
          api_id,
          route_key: 'GET /orders',
          authorization_type: 'JWT',
          authorizer_id: ref(`aws_apigatewayv2_authorizer.${name}`),
          authorization_scopes: ['orders/read'],
        },
      },
      aws_apigatewayv2_stage: {
        [name]: {
          api_id,
          name: '$default',
          auto_deploy: true,
          access_log_settings: [
            {
              destination_arn: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:http-api`,
              format: '$context.requestId',
            },
          ],
          default_route_settings: [{ throttling_burst_limit: 100, throttling_rate_limit: 50 }],
        },
      },
    },
  };
}

const route = (name: string, body: JsonObject) => resource('aws_apigatewayv2_route', name, body);
const authorizer = (name: string, body: JsonObject) => resource('aws_apigatewayv2_authorizer', name, body);
const jwt = (name: string, audience: readonly string[], pool = 'eu-west-1_Orders001') =>
  authorizer(name, {
    jwt_configuration: [{ audience, issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${pool}` }],
  });

export const httpApis = [
  dangerous(
    'http-route-public',
    'A route of an HTTP API loses its authorizer, which guards nothing any more',
    ['critical route-public', 'medium unused-authorizer'],
    terraform(
      httpApi('http_public'),
      route('http_public', { authorization_type: 'NONE', authorizer_id: null, authorization_scopes: null }),
    ),
  ),
  dangerous(
    'http-route-new-public',
    'A new route of an HTTP API is public, and nothing says why',
    ['critical public-route', 'high new-public-route'],
    terraform(
      httpApi('http_new'),
      route('http_new_public', { api_id: ref('aws_apigatewayv2_api.http_new'), route_key: 'GET /prices' }),
    ),
  ),
  dangerous(
    'http-default-route-public',
    'The guarded route of an HTTP API goes, and a public $default answers its calls',
    ['critical route-public', 'high new-public-route', 'medium unused-authorizer'],
    terraform(httpApi('http_default'), {
      resource: {
        aws_apigatewayv2_route: {
          http_default: null,
          http_default_all: { api_id: ref('aws_apigatewayv2_api.http_default'), route_key: '$default' },
        },
      },
    }),
  ),
  dangerous(
    'http-scopes-dropped',
    'A route of an HTTP API takes any token of its issuer',
    'high scope-loosened',
    terraform(httpApi('http_scopes'), route('http_scopes', { authorization_scopes: null })),
  ),
  dangerous(
    'http-audience-added',
    'A JWT authorizer takes tokens for one more client',
    'high authorizer-issuer-added',
    terraform(httpApi('http_audience'), jwt('http_audience', ['orders-app', 'partner-app'])),
  ),
  dangerous(
    'http-issuer-changed',
    'A JWT authorizer takes tokens of another user pool',
    'high authorizer-issuer-added',
    terraform(httpApi('http_issuer'), jwt('http_issuer', ['orders-app'], 'eu-west-1_Partner01')),
  ),
  dangerous(
    'http-throttle-removed',
    'A stage of an HTTP API no longer limits callers',
    'high throttle-removed',
    terraform(
      httpApi('http_throttle'),
      resource('aws_apigatewayv2_stage', 'http_throttle', { default_route_settings: null }),
    ),
  ),

  harmless(
    'http-scope-added',
    'A route of an HTTP API, which took every token, asks for a scope',
    terraform(
      {
        resource: {
          ...httpApi('http_stricter').resource,
          aws_apigatewayv2_route: {
            http_stricter: {
              api_id: ref('aws_apigatewayv2_api.http_stricter'),
              route_key: 'GET /orders',
              authorization_type: 'JWT',
              authorizer_id: ref('aws_apigatewayv2_authorizer.http_stricter'),
            },
          },
        },
      },
      route('http_stricter', { authorization_scopes: ['orders/read'] }),
    ),
  ),
  harmless(
    'http-route-new-guarded',
    'A new route of an HTTP API has the authorizer of the others',
    terraform(
      httpApi('http_guarded'),
      route('http_guarded_new', {
        api_id: ref('aws_apigatewayv2_api.http_guarded'),
        route_key: 'POST /orders',
        authorization_type: 'JWT',
        authorizer_id: ref('aws_apigatewayv2_authorizer.http_guarded'),
        authorization_scopes: ['orders/write'],
      }),
    ),
  ),
];
