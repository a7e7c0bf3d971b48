/**
 * How `terraform import` wants each type of resource named: the section "Import" of the provider's page on it, e.g.
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_client#import.
 * `{id}` only AWS knows; everything else is in the configuration.
 */
const FORMATS: Readonly<Record<string, string>> = {
  aws_api_gateway_authorizer: '{rest_api_id}/{id}',
  aws_api_gateway_deployment: '{rest_api_id}/{id}',
  aws_api_gateway_gateway_response: '{rest_api_id}/{response_type}',
  aws_api_gateway_integration: '{rest_api_id}/{resource_id}/{http_method}',
  aws_api_gateway_integration_response: '{rest_api_id}/{resource_id}/{http_method}/{status_code}',
  aws_api_gateway_method: '{rest_api_id}/{resource_id}/{http_method}',
  aws_api_gateway_method_response: '{rest_api_id}/{resource_id}/{http_method}/{status_code}',
  aws_api_gateway_method_settings: '{rest_api_id}/{stage_name}/{method_path}',
  aws_api_gateway_request_validator: '{rest_api_id}/{id}',
  aws_api_gateway_resource: '{rest_api_id}/{id}',
  aws_api_gateway_rest_api: '{id}',
  aws_api_gateway_stage: '{rest_api_id}/{stage_name}',
  aws_apigatewayv2_api: '{id}',
  aws_apigatewayv2_authorizer: '{api_id}/{id}',
  aws_apigatewayv2_deployment: '{api_id}/{id}',
  aws_apigatewayv2_integration: '{api_id}/{id}',
  aws_apigatewayv2_route: '{api_id}/{id}',
  aws_apigatewayv2_stage: '{api_id}/{name}',
  aws_cloudwatch_log_group: '{name}',
  aws_cognito_identity_pool: '{id}',
  aws_cognito_resource_server: '{user_pool_id}|{identifier}',
  aws_cognito_user_group: '{user_pool_id}/{name}',
  aws_cognito_user_pool: '{id}',
  aws_cognito_user_pool_client: '{user_pool_id}/{id}',
  aws_cognito_user_pool_domain: '{domain}',
  aws_iam_role: '{name}',
  aws_iam_role_policy: '{role}:{name}',
  aws_iam_role_policy_attachment: '{role}/{policy_arn}',
  aws_lambda_function: '{function_name}',
  aws_lambda_permission: '{function_name}/{statement_id}',
};

/**
 * @param attribute gives the value of an attribute; nothing when it cannot be known
 * @returns nothing when the type or one of the values is not known
 */
export function importId(type: string, attribute: (name: string) => string | undefined): string | undefined {
  const format = FORMATS[type];
  if (format === undefined) return undefined;
  let id = format;
  for (const [placeholder, name = ''] of format.matchAll(/\{(\w+)\}/g)) {
    const value = attribute(name);
    if (value === undefined) return undefined;
    id = id.replace(placeholder, () => value);
  }
  return id;
}
