import type { JsonObject } from '../../json';
import { lambda, poolArn, ref } from './names';

/** A REST API with an authorizer and one guarded method, deployed to a stage. */
export function restApi(
  name: string,
  { method, authorizer, stage }: Readonly<Record<string, JsonObject>> = {},
) {
  const rest_api_id = ref(`aws_api_gateway_rest_api.${name}`);
  const resource_id = ref(`aws_api_gateway_resource.${name}`);
  return {
    resource: {
      aws_api_gateway_rest_api: { [name]: { name } },
      aws_api_gateway_resource: {
        [name]: {
          rest_api_id,
          parent_id: ref(`aws_api_gateway_rest_api.${name}`, 'root_resource_id'),
          path_part: 'orders',
        },
      },
      aws_api_gateway_authorizer: {
        [name]: {
          name,
          rest_api_id,
          type: 'COGNITO_USER_POOLS',
          provider_arns: [poolArn('eu-west-1_Orders001')],
          ...authorizer,
        },
      },
      aws_api_gateway_method: {
        [name]: {
          rest_api_id,
          resource_id,
          http_method: 'GET',
          authorization: 'COGNITO_USER_POOLS',
          authorizer_id: ref(`aws_api_gateway_authorizer.${name}`),
          ...method,
        },
      },
      aws_api_gateway_integration: {
        [name]: {
          rest_api_id,
          resource_id,
          http_method: ref(`aws_api_gateway_method.${name}`, 'http_method'),
          type: 'AWS_PROXY',
          integration_http_method: 'POST',
          uri: lambda('orders'),
        },
      },
      aws_api_gateway_deployment: {
        [name]: {
          rest_api_id,
          triggers: { redeployment: 'first' },
          lifecycle: { create_before_destroy: true },
          depends_on: [`aws_api_gateway_integration.${name}`],
        },
      },
      aws_api_gateway_stage: {
        [name]: {
          rest_api_id,
          deployment_id: ref(`aws_api_gateway_deployment.${name}`),
          stage_name: 'live',
          ...stage,
        },
      },
    },
  };
}

export const withIam = { authorization: 'AWS_IAM', authorizer_id: undefined };

/** A patch together with the new deployment that makes it live. */
export const deployed = (name: string, changes: JsonObject): JsonObject => ({
  resource: {
    ...changes,
    aws_api_gateway_deployment: { [name]: { triggers: { redeployment: 'second' } } },
  },
});
