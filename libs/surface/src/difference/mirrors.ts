/** Another resource that sets the same thing. */
export interface Mirror {
  readonly type: string;
  /** Its arguments: which object it is for (or a list of them), and by what of that one. */
  readonly of: string;
  readonly by: string;
  /** What tells one entry from another, there; none: there is only one. */
  readonly entry?: string;
}

const bucket = (type: string): readonly Mirror[] => [{ type: `aws_s3_bucket_${type}`, of: 'bucket', by: 'id' }];

const domainOfPool: readonly Mirror[] = [
  { type: 'aws_cognito_user_pool_domain', of: 'user_pool_id', by: 'id', entry: 'domain' },
];

/**
 * Arguments that repeat what a resource of its own says: they change when it is applied, and nobody changed them by hand.
 * A manual change is drift of that resource, too.
 */
export const MIRRORS: Readonly<Record<string, readonly Mirror[]>> = {
  'aws_iam_role inline_policy': [{ type: 'aws_iam_role_policy', of: 'role', by: 'name', entry: 'name' }],
  'aws_iam_role managed_policy_arns': [
    { type: 'aws_iam_role_policy_attachment', of: 'role', by: 'name', entry: 'policy_arn' },
    { type: 'aws_iam_policy_attachment', of: 'roles', by: 'name', entry: 'policy_arn' },
    { type: 'aws_iam_role_policy_attachments_exclusive', of: 'role_name', by: 'name', entry: 'policy_arns' },
  ],
  'aws_cognito_user_pool custom_domain': domainOfPool,
  'aws_cognito_user_pool domain': domainOfPool,
  'aws_api_gateway_rest_api policy': [{ type: 'aws_api_gateway_rest_api_policy', of: 'rest_api_id', by: 'id' }],
  'aws_api_gateway_stage web_acl_arn': [
    { type: 'aws_wafv2_web_acl_association', of: 'resource_arn', by: 'arn', entry: 'web_acl_arn' },
  ],
  'aws_ecr_repository policy': [{ type: 'aws_ecr_repository_policy', of: 'repository', by: 'name' }],
  'aws_kms_key policy': [{ type: 'aws_kms_key_policy', of: 'key_id', by: 'key_id' }],
  'aws_secretsmanager_secret policy': [{ type: 'aws_secretsmanager_secret_policy', of: 'secret_arn', by: 'arn' }],
  'aws_sns_topic policy': [{ type: 'aws_sns_topic_policy', of: 'arn', by: 'arn' }],
  'aws_sqs_queue policy': [{ type: 'aws_sqs_queue_policy', of: 'queue_url', by: 'url' }],
  'aws_sqs_queue redrive_policy': [{ type: 'aws_sqs_queue_redrive_policy', of: 'queue_url', by: 'url' }],
  'aws_s3_bucket acl': bucket('acl'),
  'aws_s3_bucket cors_rule': bucket('cors_configuration'),
  'aws_s3_bucket grant': bucket('acl'),
  'aws_s3_bucket lifecycle_rule': bucket('lifecycle_configuration'),
  'aws_s3_bucket logging': bucket('logging'),
  'aws_s3_bucket policy': bucket('policy'),
  'aws_s3_bucket server_side_encryption_configuration': bucket('server_side_encryption_configuration'),
  'aws_s3_bucket versioning': bucket('versioning'),
  'aws_s3_bucket website': bucket('website_configuration'),
};
