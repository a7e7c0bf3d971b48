import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { lambda, poolArn, ref, resource } from './names';
import { deployed, restApi, withIam } from './rest-api';

const custom = (more: JsonObject = {}) => ({
  method: { authorization: 'CUSTOM' },
  authorizer: {
    type: 'TOKEN',
    provider_arns: undefined,
    authorizer_uri: lambda('checks-tokens'),
    authorizer_result_ttl_in_seconds: 60,
    identity_validation_expression: '^Bearer [-0-9a-zA-Z._]+$',
    ...more,
  },
});

/** REST APIs: their methods and authorizers. */
export const restApis = [
  dangerous(
    'rest-route-public',
    'A method of a REST API loses its authorizer, which guards nothing any more',
    ['critical route-public', 'medium unused-authorizer'],
    terraform(
      restApi('rest_public'),
      deployed('rest_public', {
        aws_api_gateway_method: { rest_public: { authorization: 'NONE', authorizer_id: null } },
      }),
    ),
  ),
  dangerous(
    'rest-iam-to-public',
    'A method that asked for IAM credentials becomes public',
    'critical route-public',
    terraform(
      restApi('rest_iam', { method: withIam }),
      deployed('rest_iam', { aws_api_gateway_method: { rest_iam: { authorization: 'NONE' } } }),
    ),
  ),
  dangerous(
    'rest-other-authorizer',
    'A new authorizer of another user pool decides about a method, and the old one about none',
    ['high route-guard-changed', 'medium unused-authorizer'],
    terraform(
      restApi('rest_other'),
      deployed('rest_other', {
        aws_api_gateway_authorizer: {
          rest_other_new: {
            name: 'rest_other_new',
            rest_api_id: ref('aws_api_gateway_rest_api.rest_other'),
            type: 'COGNITO_USER_POOLS',
            provider_arns: [poolArn('eu-west-1_Partner01')],
          },
        },
        aws_api_gateway_method: {
          rest_other: { authorizer_id: ref('aws_api_gateway_authorizer.rest_other_new') },
        },
      }),
    ),
  ),
  dangerous(
    'rest-authorizer-unknown',
    'Which authorizer decides about a method comes from something that is only made by the apply',
    'high access-unknown',
    terraform(
      restApi('rest_unknown'),
      deployed('rest_unknown', {
        terraform_data: { rest_unknown: { input: ref('aws_api_gateway_authorizer.rest_unknown') } },
        aws_api_gateway_method: {
          rest_unknown: { authorizer_id: ref('terraform_data.rest_unknown', 'output') },
        },
      }),
    ),
  ),
  dangerous(
    'rest-authorizer-removed',
    'The authorizer goes, and IAM decides about its method',
    ['high authorizer-replaced', 'high route-guard-changed'],
    terraform(
      restApi('rest_removed'),
      deployed('rest_removed', {
        aws_api_gateway_authorizer: { rest_removed: null },
        aws_api_gateway_method: { rest_removed: { authorization: 'AWS_IAM', authorizer_id: null } },
      }),
    ),
  ),
  dangerous(
    'rest-authorizer-other-function',
    'Another function decides who passes an authorizer',
    'high authorizer-replaced',
    terraform(
      restApi('rest_function', custom()),
      deployed('rest_function', {
        aws_api_gateway_authorizer: { rest_function: { authorizer_uri: lambda('lets-all-pass') } },
      }),
    ),
  ),
  dangerous(
    'rest-token-source',
    'An authorizer reads the token from another header',
    'medium token-source-changed',
    terraform(
      restApi('rest_source'),
      deployed('rest_source', {
        aws_api_gateway_authorizer: { rest_source: { identity_source: 'method.request.header.X-Token' } },
      }),
    ),
  ),
  dangerous(
    'rest-authorizer-cache-longer',
    'A Lambda authorizer remembers its answer for an hour',
    'medium authorizer-cache-longer',
    terraform(
      restApi('rest_cache', custom()),
      deployed('rest_cache', {
        aws_api_gateway_authorizer: { rest_cache: { authorizer_result_ttl_in_seconds: 3600 } },
      }),
    ),
  ),
  dangerous(
    'rest-not-deployed',
    'A method asks for a scope, and nothing deploys it',
    'medium api-not-deployed',
    terraform(
      restApi('rest_waits'),
      resource('aws_api_gateway_method', 'rest_waits', { authorization_scopes: ['orders/read'] }),
    ),
  ),
  dangerous(
    'rest-api-key-dropped',
    'A method no longer asks for an API key',
    'medium api-key-not-required',
    terraform(
      restApi('rest_key', { method: { api_key_required: true } }),
      deployed('rest_key', { aws_api_gateway_method: { rest_key: { api_key_required: false } } }),
    ),
  ),
  dangerous(
    'rest-api-deleted',
    'A REST API and everything of it goes',
    'high api-lost',
    terraform(restApi('rest_gone'), { resource: null }),
  ),

  harmless(
    'rest-scope-added',
    'A method asks for a scope, and is deployed',
    terraform(
      restApi('rest_stricter'),
      deployed('rest_stricter', {
        aws_api_gateway_method: { rest_stricter: { authorization_scopes: ['orders/read'] } },
      }),
    ),
  ),
  harmless(
    'rest-method-moved',
    'A method gets another address, with a moved block',
    terraform(
      {
        resource: {
          ...restApi('rest_moved').resource,
          aws_api_gateway_integration: undefined,
          aws_api_gateway_deployment: undefined,
          aws_api_gateway_stage: undefined,
        },
      },
      {
        moved: [{ from: 'aws_api_gateway_method.rest_moved', to: 'aws_api_gateway_method.get_orders' }],
        resource: {
          aws_api_gateway_method: {
            rest_moved: null,
            get_orders: {
              rest_api_id: ref('aws_api_gateway_rest_api.rest_moved'),
              resource_id: ref('aws_api_gateway_resource.rest_moved'),
              http_method: 'GET',
              authorization: 'COGNITO_USER_POOLS',
              authorizer_id: ref('aws_api_gateway_authorizer.rest_moved'),
            },
          },
        },
      },
    ),
  ),
];
