import type { ResourceType } from '@gatehouse/policy';

/** A kind of object that has a policy of its own, and the resources that say what is in it. */
export interface Holder {
  /** How the policy is evaluated. */
  readonly type: ResourceType;
  /** `bucket` */
  readonly noun: string;
  /** Resources that make such an object; none: there is one in each account and region, or it is made elsewhere. */
  readonly owners: readonly string[];
  /** Attributes of the owner by which others name it; the first is what a person calls it. */
  readonly names: readonly string[];
  /** The owner's argument with the whole policy. */
  readonly inline?: string;
  /** Resources with the whole policy: a second one for the same object overwrites the first. */
  readonly policies: Readonly<Record<string, PolicyArguments>>;
  /** Resources that add one statement to the policy. */
  readonly statements?: Readonly<Record<string, string>>;
}

interface PolicyArguments {
  /** Which object it is for; without it, each resource is one of its own. */
  readonly of?: string;
  readonly policy: string;
}

const POLICY = 'policy';

const holder = (
  type: ResourceType,
  noun: string,
  owners: string | readonly string[],
  names: readonly string[],
  policies: Holder['policies'],
  more: Pick<Holder, 'inline' | 'statements'> = {},
): Holder => ({ type, noun, owners: [owners].flat(), names, policies, ...more });

const ofName = (type: string, of: string, policy = POLICY): Holder['policies'] => ({ [type]: { of, policy } });
const alone = (type: string, policy = POLICY): Holder['policies'] => ({ [type]: { policy } });
const inline = { inline: POLICY };

/** Access to one of these gives data, or lets act. REST APIs have rules of their own. */
export const HOLDERS: readonly Holder[] = [
  holder('s3', 'bucket', 'aws_s3_bucket', ['bucket', 'id', 'arn'], ofName('aws_s3_bucket_policy', 'bucket'), inline),
  holder(
    's3',
    'access point',
    'aws_s3_access_point',
    ['name', 'arn', 'id'],
    ofName('aws_s3control_access_point_policy', 'access_point_arn'),
    inline,
  ),
  holder('s3', 'bucket', 'aws_s3control_bucket', ['bucket', 'arn'], ofName('aws_s3control_bucket_policy', 'bucket')),
  holder('other', 'table bucket', 'aws_s3tables_table_bucket', ['name', 'arn'], {
    ...ofName('aws_s3tables_table_bucket_policy', 'table_bucket_arn', 'resource_policy'),
  }),
  holder(
    'kms',
    'key',
    ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
    ['key_id', 'id', 'arn'],
    ofName('aws_kms_key_policy', 'key_id'),
    inline,
  ),
  holder('sns', 'topic', 'aws_sns_topic', ['name', 'arn', 'id'], ofName('aws_sns_topic_policy', 'arn'), inline),
  holder(
    'sqs',
    'queue',
    'aws_sqs_queue',
    ['name', 'url', 'id', 'arn'],
    ofName('aws_sqs_queue_policy', 'queue_url'),
    inline,
  ),
  holder(
    'secret',
    'secret',
    'aws_secretsmanager_secret',
    ['name', 'arn', 'id'],
    ofName('aws_secretsmanager_secret_policy', 'secret_arn'),
    inline,
  ),
  holder('ecr', 'repository', 'aws_ecr_repository', ['name', 'id'], ofName('aws_ecr_repository_policy', 'repository')),
  holder('ecr', 'public repository', 'aws_ecrpublic_repository', ['repository_name', 'id'], {
    ...ofName('aws_ecrpublic_repository_policy', 'repository_name'),
  }),
  holder('other', 'access grants', [], [], alone('aws_s3control_access_grants_instance_resource_policy')),
  holder('s3', 'access point', 'aws_s3control_object_lambda_access_point', ['name', 'arn'], {
    ...ofName('aws_s3control_object_lambda_access_point_policy', 'name'),
  }),
  holder('ecr', 'registry', [], [], alone('aws_ecr_registry_policy')),
  holder('table', 'table', 'aws_dynamodb_table', ['name', 'arn', 'stream_arn'], {
    ...ofName('aws_dynamodb_resource_policy', 'resource_arn'),
  }),
  holder(
    'eventBus',
    'event bus',
    'aws_cloudwatch_event_bus',
    ['name', 'id', 'arn'],
    ofName('aws_cloudwatch_event_bus_policy', 'event_bus_name'),
    { statements: { aws_cloudwatch_event_permission: 'event_bus_name' } },
  ),
  holder('other', 'CloudWatch Logs', [], [], alone('aws_cloudwatch_log_resource_policy', 'policy_document')),
  holder('other', 'log destination', 'aws_cloudwatch_log_destination', ['name', 'id', 'arn'], {
    ...ofName('aws_cloudwatch_log_destination_policy', 'destination_name', 'access_policy'),
  }),
  holder('other', 'log delivery destination', 'aws_cloudwatch_log_delivery_destination', ['name', 'arn'], {
    ...ofName(
      'aws_cloudwatch_log_delivery_destination_policy',
      'delivery_destination_name',
      'delivery_destination_policy',
    ),
  }),
  holder(
    'lambda',
    'function',
    'aws_lambda_function',
    ['function_name', 'arn', 'qualified_arn'],
    {},
    {
      statements: { aws_lambda_permission: 'function_name' },
    },
  ),
  holder(
    'lambda',
    'layer',
    'aws_lambda_layer_version',
    ['layer_name', 'layer_arn', 'arn'],
    {},
    {
      statements: { aws_lambda_layer_version_permission: 'layer_name' },
    },
  ),
  holder(
    'vpcEndpoint',
    'VPC endpoint',
    'aws_vpc_endpoint',
    ['id'],
    {
      ...ofName('aws_vpc_endpoint_policy', 'vpc_endpoint_id'),
    },
    inline,
  ),
  holder('other', 'key', [], [], {}, { statements: { aws_kms_grant: 'key_id' } }),
  holder('other', 'location', [], [], {}, { statements: { aws_s3control_access_grant: 'access_grants_location_id' } }),
  holder(
    's3',
    'bucket',
    [],
    [],
    {},
    {
      statements: { aws_s3_bucket_acl: 'bucket', aws_s3_bucket: 'bucket' },
    },
  ),
  // Of services beside those of the catalogue of verdicts: their policies are read all the same.
  holder('other', 'file system', 'aws_efs_file_system', ['id'], ofName('aws_efs_file_system_policy', 'file_system_id')),
  holder(
    'other',
    'stream',
    'aws_kinesis_stream',
    ['name', 'arn'],
    ofName('aws_kinesis_resource_policy', 'resource_arn'),
  ),
  holder(
    'other',
    'domain',
    'aws_opensearch_domain',
    ['domain_name', 'arn'],
    ofName('aws_opensearch_domain_policy', 'domain_name', 'access_policies'),
    { inline: 'access_policies' },
  ),
  holder(
    'other',
    'domain',
    'aws_elasticsearch_domain',
    ['domain_name', 'arn'],
    ofName('aws_elasticsearch_domain_policy', 'domain_name', 'access_policies'),
    { inline: 'access_policies' },
  ),
  holder('other', 'identity', ['aws_ses_domain_identity', 'aws_ses_email_identity'], ['arn'], {
    ...ofName('aws_ses_identity_policy', 'identity'),
  }),
  holder(
    'other',
    'backup vault',
    'aws_backup_vault',
    ['name', 'id'],
    ofName('aws_backup_vault_policy', 'backup_vault_name'),
  ),
  holder('other', 'data catalog', [], [], alone('aws_glue_resource_policy')),
  holder('other', 'X-Ray', [], [], alone('aws_xray_resource_policy', 'policy_document')),
  holder('other', 'certificate authority', 'aws_acmpca_certificate_authority', ['id', 'arn'], {
    ...ofName('aws_acmpca_policy', 'resource_arn'),
  }),
  holder('other', 'package domain', 'aws_codeartifact_domain', ['domain', 'id', 'arn'], {
    ...ofName('aws_codeartifact_domain_permissions_policy', 'domain', 'policy_document'),
  }),
];
