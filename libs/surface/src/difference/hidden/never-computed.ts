/**
 * Whether only its author says what an argument is, as one that is required or has a fixed default: unknown, it is written somewhere,
 * even if the configuration of the plan does not show where.
 */
export const isNeverComputed = (type: string, argument: string): boolean =>
  WRITTEN.has(`${type}.${argument}`) || (ALWAYS_WRITTEN.has(argument) && !OPTIONAL.has(`${type}.${argument}`));

/** Required by every type of which access depends on them. */
const ALWAYS_WRITTEN: ReadonlySet<string> = new Set([
  'access_policy',
  'assume_role_policy',
  'authorization',
  'authorization_type',
  'authorizer_type',
  'grantee_principal',
  'policy',
  'policy_arn',
  'policy_document',
  'principal',
]);

/** These have one of AWS where none is written. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'aws_api_gateway_rest_api.policy',
  'aws_kms_key.policy',
  'aws_secretsmanager_secret.policy',
  'aws_sns_topic.policy',
  'aws_sqs_queue.policy',
  'aws_vpc_endpoint.policy',
  'aws_vpc_endpoint_policy.policy',
]);

/** Required by a type, or with a default that the plan shows. */
const WRITTEN: ReadonlySet<string> = new Set([
  'aws_api_gateway_authorizer.type',
  'aws_api_gateway_rest_api_put.body',
  'aws_cognito_identity_pool_roles_attachment.roles',
  'aws_cognito_user_in_group.group_name',
  'aws_lambda_function.role',
]);
