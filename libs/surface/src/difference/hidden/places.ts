/** An argument that access depends on. */
export interface Place {
  /** Dotted; below it everything counts. */
  readonly path: string;
  /** What it decides: `who may call it`. */
  readonly what: string;
  /**
   * `choice`: one of a few words, which no reference leads to. `reference`: names something else. `document`: a text that
   * names other things in between.
   */
  readonly as: 'choice' | 'document' | 'reference';
  /**
   * `guard`, `principal` and `policy`: who gets in depends on it alone. `high` and `medium`: something of it does.
   */
  readonly weight: 'guard' | 'principal' | 'policy' | 'high' | 'medium';
  /** A rule follows the reference itself, and compares what it leads to. */
  readonly followed?: true;
}

export interface Places {
  /** What people call such a resource, before its name. Absent: it is called by its address. */
  readonly noun?: string;
  readonly places: readonly Place[];
}

type Row = readonly [path: string, what: string, as: Place['as'], weight: Place['weight'], followed?: true];

const of = (noun: string | undefined, ...rows: readonly Row[]): Places => ({
  noun,
  places: rows.map(([path, what, as, weight, followed]) => ({ path, what, as, weight, ...(followed && { followed }) })),
});

const policy = (noun: string | undefined, path = 'policy') => of(noun, [path, 'its policy', 'document', 'policy']);

/** Rights of a principal: the policy in it, or the one that it attaches. */
const attachment = of(undefined, ['policy_arn', 'the policy that it attaches', 'reference', 'policy', true]);

const client = of(
  'app client',
  ['allowed_oauth_flows', 'its sign-in flows', 'choice', 'high'],
  ['allowed_oauth_scopes', 'its scopes', 'reference', 'high', true],
  ['callback_urls', 'its redirect addresses', 'reference', 'high'],
  ['explicit_auth_flows', 'its sign-in flows', 'choice', 'high'],
  ['logout_urls', 'its redirect addresses', 'reference', 'high'],
  ['access_token_validity', 'its token lifetimes', 'choice', 'medium'],
  ['enable_token_revocation', 'its token revocation', 'choice', 'medium'],
  ['id_token_validity', 'its token lifetimes', 'choice', 'medium'],
  ['prevent_user_existence_errors', 'its user existence errors', 'choice', 'medium'],
  ['refresh_token_validity', 'its token lifetimes', 'choice', 'medium'],
  ['supported_identity_providers', 'who signs in', 'reference', 'high'],
  ['write_attributes', 'what its users may change', 'reference', 'medium'],
);

/** Types without an entry have no argument that access depends on, or their rule tells of what it cannot see. */
export const PLACES: Readonly<Record<string, Places>> = {
  aws_api_gateway_authorizer: of(
    'authorizer',
    ['type', 'its kind', 'choice', 'guard'],
    ['authorizer_uri', 'its function', 'reference', 'guard', true],
    ['provider_arns', 'its issuer', 'reference', 'principal', true],
    ['identity_source', 'its token source', 'choice', 'medium'],
    ['identity_validation_expression', 'its token source', 'choice', 'medium'],
  ),
  aws_api_gateway_domain_name: of(
    'domain',
    ['mutual_tls_authentication', 'its mutual TLS', 'reference', 'high'],
    ['security_policy', 'its TLS policy', 'choice', 'medium'],
  ),
  aws_api_gateway_method: of(
    'method',
    ['authorization', 'who may call it', 'choice', 'guard'],
    ['authorizer_id', 'its authorizer', 'reference', 'guard', true],
    ['authorization_scopes', 'the scopes it asks for', 'reference', 'high'],
    ['api_key_required', 'whether it asks for an API key', 'choice', 'medium'],
  ),
  aws_api_gateway_rest_api: of(
    'API',
    ['body', 'every route of its OpenAPI body', 'document', 'high'],
    ['policy', 'its resource policy', 'document', 'policy'],
    ['disable_execute_api_endpoint', 'its default endpoint', 'choice', 'medium'],
    ['endpoint_configuration.types', 'from which network it is reached', 'choice', 'high'],
  ),
  aws_api_gateway_rest_api_policy: policy(undefined),
  aws_api_gateway_rest_api_put: of('API definition', ['body', 'every route of its OpenAPI body', 'document', 'high']),
  aws_apigatewayv2_api: of(
    'API',
    ['body', 'every route of its OpenAPI body', 'document', 'high'],
    ['cors_configuration', 'its CORS', 'reference', 'medium'],
    ['disable_execute_api_endpoint', 'its default endpoint', 'choice', 'medium'],
  ),
  aws_apigatewayv2_authorizer: of(
    'authorizer',
    ['authorizer_type', 'its kind', 'choice', 'guard'],
    ['authorizer_uri', 'its function', 'reference', 'guard', true],
    ['identity_sources', 'its token source', 'choice', 'medium'],
    ['jwt_configuration.audience', 'its audience', 'reference', 'principal'],
    ['jwt_configuration.issuer', 'its issuer', 'reference', 'principal', true],
  ),
  aws_apigatewayv2_domain_name: of('domain', ['mutual_tls_authentication', 'its mutual TLS', 'reference', 'high']),
  aws_apigatewayv2_route: of(
    'route',
    ['authorization_type', 'who may call it', 'choice', 'guard'],
    ['authorizer_id', 'its authorizer', 'reference', 'guard', true],
    ['authorization_scopes', 'the scopes it asks for', 'reference', 'high'],
  ),
  aws_cloudwatch_event_bus_policy: policy(undefined),
  aws_cloudwatch_event_permission: of(undefined, ['principal', 'its caller', 'reference', 'principal']),
  aws_cloudwatch_log_destination_policy: policy(undefined, 'access_policy'),
  aws_cloudwatch_log_resource_policy: policy(undefined, 'policy_document'),
  aws_cognito_identity_pool: of(
    'identity pool',
    ['allow_unauthenticated_identities', 'its guest access', 'choice', 'guard'],
    ['allow_classic_flow', 'its classic flow', 'choice', 'medium'],
    ['cognito_identity_providers', 'whose users sign in', 'reference', 'principal', true],
    ['openid_connect_provider_arns', 'whose users sign in', 'reference', 'principal', true],
    ['saml_provider_arns', 'whose users sign in', 'reference', 'principal', true],
    ['supported_login_providers', 'whose users sign in', 'reference', 'principal'],
    ['developer_provider_name', 'whose users sign in', 'choice', 'principal'],
  ),
  aws_cognito_identity_pool_provider_principal_tag: of(undefined, [
    'principal_tags',
    'the tags of its sessions',
    'reference',
    'medium',
  ]),
  aws_cognito_identity_pool_roles_attachment: of(
    undefined,
    ['roles', 'the roles of its users', 'reference', 'policy', true],
    ['role_mapping', 'its role mappings', 'reference', 'policy', true],
  ),
  aws_cognito_identity_provider: of(
    'identity provider',
    ['attribute_mapping', 'its attribute mapping', 'reference', 'high'],
    ...['MetadataURL', 'MetadataFile', 'oidc_issuer', 'authorize_url', 'token_url', 'jwks_uri', 'attributes_url'].map(
      (detail): Row => [`provider_details.${detail}`, 'its address', 'reference', 'principal'],
    ),
    ['provider_details.client_id', 'for which app it answers', 'reference', 'principal'],
    ['idp_identifiers', 'who is sent to it', 'choice', 'medium'],
  ),
  aws_cognito_managed_user_pool_client: client,
  aws_cognito_resource_server: of('resource server', ['scope', 'its scopes', 'reference', 'medium']),
  aws_cognito_risk_configuration: of(
    undefined,
    ['account_takeover_risk_configuration', 'what it does about risks', 'choice', 'medium'],
    ['compromised_credentials_risk_configuration', 'what it does about leaked passwords', 'choice', 'medium'],
    ['risk_exception_configuration.skipped_ip_range_list', 'whom it does not rate', 'reference', 'medium'],
  ),
  aws_cognito_user_group: of('group', ['role_arn', 'its role', 'reference', 'policy', true]),
  aws_cognito_user_in_group: of(undefined, ['group_name', 'the group of its user', 'reference', 'high', true]),
  aws_cognito_user_pool: of(
    'user pool',
    ['admin_create_user_config.allow_admin_create_user_only', 'its self sign-up', 'choice', 'guard'],
    ['mfa_configuration', 'its MFA', 'choice', 'guard'],
    ['deletion_protection', 'its deletion protection', 'choice', 'high'],
    ['lambda_config', 'its triggers', 'reference', 'guard', true],
    ['user_attribute_update_settings', 'which addresses it verifies', 'choice', 'high'],
    ['auto_verified_attributes', 'which addresses it verifies', 'choice', 'high'],
    ['account_recovery_setting', 'its account recovery', 'choice', 'medium'],
    ['email_configuration', 'who sends its messages', 'reference', 'medium', true],
    ['password_policy', 'its password policy', 'choice', 'medium'],
    ['sign_in_policy', 'its first factors', 'choice', 'medium'],
    ['user_pool_add_ons', 'its threat protection', 'choice', 'medium'],
  ),
  aws_cognito_user_pool_client: client,
  aws_dynamodb_resource_policy: policy(undefined),
  aws_ecr_registry_policy: policy(undefined),
  aws_ecr_repository_policy: policy(undefined),
  aws_iam_group_policy: policy(undefined),
  aws_iam_group_policy_attachment: attachment,
  aws_iam_policy: policy('policy'),
  aws_iam_policy_attachment: attachment,
  aws_iam_role: of(
    'role',
    ['assume_role_policy', 'its trust', 'document', 'principal'],
    ['inline_policy.policy', 'its rights', 'document', 'policy'],
    ['managed_policy_arns', 'its rights', 'reference', 'policy', true],
    ['permissions_boundary', 'its boundary', 'reference', 'policy', true],
  ),
  aws_iam_role_policy: policy(undefined),
  aws_iam_role_policy_attachment: attachment,
  aws_iam_user: of('user', ['permissions_boundary', 'its boundary', 'reference', 'policy', true]),
  aws_iam_user_policy: policy(undefined),
  aws_iam_user_policy_attachment: attachment,
  aws_kms_grant: of(undefined, ['grantee_principal', 'who gets the grant', 'reference', 'principal']),
  aws_kms_key: policy('key'),
  aws_kms_key_policy: policy(undefined),
  aws_lambda_function: of('function', ['role', 'its role', 'reference', 'high', true]),
  aws_lambda_function_url: of(undefined, ['authorization_type', 'who may call it', 'choice', 'guard']),
  aws_lambda_layer_version_permission: of(undefined, ['principal', 'its caller', 'reference', 'principal']),
  aws_lambda_permission: of(
    undefined,
    ['principal', 'its caller', 'reference', 'principal'],
    ['source_arn', 'its source', 'reference', 'medium'],
    ['source_account', 'its source', 'reference', 'medium'],
    ['principal_org_id', 'its source', 'reference', 'medium'],
    ['function_url_auth_type', 'who may call it', 'choice', 'guard'],
  ),
  aws_s3_bucket_acl: of(
    undefined,
    ['acl', 'who may read it', 'choice', 'guard'],
    ['access_control_policy.grant.grantee', 'whom its grants let in', 'reference', 'principal'],
  ),
  aws_s3_bucket_policy: policy(undefined),
  aws_s3_bucket_public_access_block: of(
    undefined,
    ['block_public_acls', 'whether it can be public', 'choice', 'high'],
    ['block_public_policy', 'whether it can be public', 'choice', 'high'],
    ['ignore_public_acls', 'whether it can be public', 'choice', 'high'],
    ['restrict_public_buckets', 'whether it can be public', 'choice', 'high'],
  ),
  aws_secretsmanager_secret: policy('secret'),
  aws_secretsmanager_secret_policy: policy(undefined),
  aws_sfn_state_machine: of('state machine', ['definition', 'what it calls', 'document', 'medium']),
  aws_sns_topic: policy('topic'),
  aws_sns_topic_policy: policy(undefined),
  aws_sqs_queue: policy('queue'),
  aws_sqs_queue_policy: policy(undefined),
  aws_vpc_endpoint: policy(undefined),
  aws_vpc_endpoint_policy: policy(undefined),
};
