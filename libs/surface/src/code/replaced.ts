/**
 * Arguments that replace a resource when they change (provider 5.100.0), of those types where a replacement loses people, addresses
 * or credentials, or deploys. Code does not tell it, and a schema does not either.
 */
const REPLACING: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_api_key: ['value'],
  aws_api_gateway_deployment: ['rest_api_id', 'triggers'],
  aws_api_gateway_domain_name: ['domain_name'],
  aws_api_gateway_stage: ['rest_api_id', 'stage_name'],
  aws_apigatewayv2_api: ['protocol_type'],
  aws_apigatewayv2_api_mapping: ['domain_name'],
  aws_apigatewayv2_domain_name: ['domain_name'],
  aws_apigatewayv2_stage: ['api_id', 'name'],
  aws_cognito_user_group: ['name', 'user_pool_id'],
  aws_cognito_user_pool: ['alias_attributes', 'name', 'username_attributes', 'username_configuration'],
  aws_cognito_user_pool_client: ['generate_secret', 'user_pool_id'],
  aws_cognito_user_pool_domain: ['domain', 'user_pool_id'],
  aws_cognito_resource_server: ['identifier', 'user_pool_id'],
  aws_dynamodb_table: ['hash_key', 'name', 'range_key'],
  aws_s3_bucket: ['bucket', 'bucket_prefix'],
};

/** The arguments among those that change which replace a resource of this type. */
export const replacingOf = (type: string, changed: readonly string[]): readonly string[] =>
  changed.filter((name) => REPLACING[type]?.includes(name));
