const below = (argument: string, ...keys: string[]): string[] => keys.map((key) => `${argument}.${key}`);

const THROTTLING = ['throttling_rate_limit', 'throttling_burst_limit'] as const;

/**
 * The only arguments whose values are ever printed, by resource type: names, routes, flags, lifetimes, limits, scopes and
 * references. Below an argument `*` is every key. Whatever Terraform marks sensitive is left out even here, and true or
 * false is printed of any argument: it cannot hold a secret.
 *
 * Free text stays out: descriptions, templates, documents, environments, tags, provider details, messages.
 */
export const PRINTABLE: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_rest_api: [
    'name',
    'api_key_source',
    'endpoint_configuration.types',
    'minimum_compression_size',
    'binary_media_types',
  ],
  aws_api_gateway_resource: ['path', 'path_part', 'parent_id', 'rest_api_id'],
  aws_api_gateway_method: [
    'http_method',
    'authorization',
    'authorization_scopes',
    'authorizer_id',
    'request_validator_id',
    'operation_name',
    'resource_id',
    'rest_api_id',
  ],
  aws_api_gateway_authorizer: [
    'name',
    'type',
    'identity_source',
    'provider_arns',
    'authorizer_result_ttl_in_seconds',
    'rest_api_id',
  ],
  aws_api_gateway_integration: ['type', 'http_method', 'integration_http_method', 'uri', 'timeout_milliseconds'],
  aws_api_gateway_stage: ['stage_name', 'deployment_id', 'rest_api_id', 'cache_cluster_size'],
  aws_api_gateway_deployment: ['rest_api_id', 'stage_name'],
  aws_api_gateway_method_settings: [
    'method_path',
    'stage_name',
    ...below('settings', ...THROTTLING, 'logging_level', 'cache_ttl_in_seconds'),
  ],
  aws_api_gateway_usage_plan: [
    'name',
    ...below('quota_settings', 'limit', 'period'),
    ...below('throttle_settings', 'rate_limit', 'burst_limit'),
  ],
  aws_api_gateway_domain_name: ['domain_name', 'security_policy', 'certificate_arn', 'regional_certificate_arn'],
  aws_api_gateway_base_path_mapping: ['base_path', 'domain_name', 'stage_name', 'api_id'],
  aws_api_gateway_gateway_response: ['response_type', 'status_code'],
  aws_api_gateway_request_validator: ['name'],

  aws_apigatewayv2_api: [
    'name',
    'protocol_type',
    ...below('cors_configuration', 'allow_origins', 'allow_methods', 'allow_headers', 'max_age'),
  ],
  aws_apigatewayv2_route: ['route_key', 'authorization_type', 'authorization_scopes', 'authorizer_id', 'target'],
  aws_apigatewayv2_authorizer: [
    'name',
    'authorizer_type',
    'identity_sources',
    ...below('jwt_configuration', 'audience', 'issuer'),
    'authorizer_result_ttl_in_seconds',
  ],
  aws_apigatewayv2_integration: ['integration_type', 'integration_method', 'integration_uri'],
  aws_apigatewayv2_stage: ['name', 'deployment_id', ...below('default_route_settings', ...THROTTLING)],
  aws_apigatewayv2_domain_name: ['domain_name'],

  aws_cognito_user_pool: [
    'name',
    'mfa_configuration',
    'deletion_protection',
    'user_pool_tier',
    'user_pool_add_ons.advanced_security_mode',
    'username_attributes',
    'alias_attributes',
    'auto_verified_attributes',
    'password_policy.*',
  ],
  aws_cognito_user_pool_client: [
    'name',
    'user_pool_id',
    'access_token_validity',
    'id_token_validity',
    'refresh_token_validity',
    'token_validity_units.*',
    'auth_session_validity',
    'allowed_oauth_flows',
    'allowed_oauth_scopes',
    'explicit_auth_flows',
    'callback_urls',
    'logout_urls',
    'default_redirect_uri',
    'supported_identity_providers',
    'prevent_user_existence_errors',
    'read_attributes',
    'write_attributes',
  ],
  aws_cognito_user_pool_domain: ['domain', 'user_pool_id', 'certificate_arn', 'managed_login_version'],
  aws_cognito_resource_server: ['identifier', 'name', 'scope_identifiers', 'user_pool_id'],
  aws_cognito_identity_provider: ['provider_name', 'provider_type', 'user_pool_id'],
  aws_cognito_identity_pool: ['identity_pool_name', 'openid_connect_provider_arns', 'saml_provider_arns'],
  aws_cognito_identity_pool_roles_attachment: ['identity_pool_id', 'roles.*'],
  aws_cognito_user_group: ['name', 'role_arn', 'precedence', 'user_pool_id'],

  aws_lambda_function: ['function_name', 'handler', 'runtime', 'timeout', 'memory_size', 'role', 'layers'],
  aws_lambda_function_url: ['function_name', 'authorization_type', 'cors.allow_origins'],
  aws_lambda_permission: ['function_name', 'action', 'principal', 'source_arn'],
  aws_iam_role: ['name', 'managed_policy_arns', 'permissions_boundary', 'max_session_duration'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
  aws_iam_role_policy: ['name', 'role'],
  aws_iam_policy: ['name', 'arn'],
  aws_wafv2_web_acl_association: ['resource_arn', 'web_acl_arn'],
  aws_wafv2_web_acl: ['name', 'scope'],
  aws_cloudwatch_log_group: ['name', 'retention_in_days', 'kms_key_id'],
  aws_s3_bucket: ['bucket'],
  aws_kms_key: ['deletion_window_in_days'],
};

/** Arguments that are URLs: their path may be part of what a reviewer has to see, their query and user never are. */
export const URLS: ReadonlySet<string> = new Set([
  'callback_urls',
  'logout_urls',
  'default_redirect_uri',
  'jwt_configuration.issuer',
  'cors_configuration.allow_origins',
  'cors.allow_origins',
]);

/** URLs of an endpoint: a path can be a secret there (webhooks), so only the host is shown. */
export const ENDPOINTS: ReadonlySet<string> = new Set(['uri', 'integration_uri', 'target']);
