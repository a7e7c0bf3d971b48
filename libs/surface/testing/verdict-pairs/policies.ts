import { account, allow, document, OTHER, OWN, root } from '../resource-policy';
import { pair, type Pairs } from './pair';

const own = (action: string) => document(allow(root(OWN), action));
const everyone = (action: string) => document(allow('*', action));

/** A policy for the own account becomes one for everyone. */
const opened = (action: string, values: object = {}, argument = 'policy') =>
  pair({ ...values, [argument]: own(action) }, { ...values, [argument]: everyone(action) }, account);

const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-1:${OWN}:${name}`;

/** Policies of resources. */
export const policies: Pairs = Object.fromEntries([
  ...(
    [
      ['cloudwatch_event_bus_policy', opened('events:PutEvents', { event_bus_name: 'b' })],
      [
        'cloudwatch_log_delivery_destination_policy',
        opened('logs:CreateDelivery', { delivery_destination_name: 'd' }, 'delivery_destination_policy'),
      ],
      [
        'cloudwatch_log_destination_policy',
        opened('logs:PutSubscriptionFilter', { destination_name: 'd' }, 'access_policy'),
      ],
      ['cloudwatch_log_resource_policy', opened('logs:PutLogEvents', { policy_name: 'p' }, 'policy_document')],
      ['dynamodb_resource_policy', opened('dynamodb:GetItem', { resource_arn: arn('dynamodb', 'table/t') })],
      ['ecr_registry_policy', opened('ecr:ReplicateImage')],
      ['ecrpublic_repository_policy', opened('ecr-public:PutImage', { repository_name: 'r' })],
      ['kms_external_key', opened('kms:Decrypt', { key_id: 'k' })],
      ['kms_replica_external_key', opened('kms:Decrypt', { key_id: 'k' })],
      ['kms_replica_key', opened('kms:Decrypt', { key_id: 'k' })],
      ['s3_access_point', opened('s3:GetObject', { name: 'p', bucket: 'b' })],
      ['s3control_access_grants_instance_resource_policy', opened('s3:GetDataAccess')],
      ['s3control_access_point_policy', opened('s3:GetObject', { access_point_arn: arn('s3', 'accesspoint/p') })],
      [
        's3control_bucket_policy',
        opened('s3-outposts:GetObject', { bucket: arn('s3-outposts', 'outpost/o/bucket/b') }),
      ],
      ['s3control_object_lambda_access_point_policy', opened('s3-object-lambda:GetObject', { name: 'p' })],
      ['secretsmanager_secret', opened('secretsmanager:GetSecretValue', { name: 's' })],
      ['sns_topic', opened('sns:Publish', { name: 't' })],
      ['sqs_queue', opened('sqs:SendMessage', { name: 'q' })],
      [
        's3control_access_grant',
        pair(
          null,
          {
            ...{ access_grants_location_id: 'l', permission: 'READ' },
            grantee: [{ grantee_type: 'IAM', grantee_identifier: `arn:aws:iam::${OTHER}:role/x` }],
          },
          account,
        ),
      ],
      [
        'lambda_layer_version_permission',
        pair(
          null,
          { layer_name: 'l', version_number: 1, action: 'lambda:GetLayerVersion', principal: '*', statement_id: 's' },
          account,
        ),
      ],
    ] as const
  ).map(([type, each]) => [`aws_${type} resource-policy-widened`, each] as const),
  [
    'aws_s3_account_public_access_block public-access-allowed',
    pair(
      { block_public_acls: true, block_public_policy: true },
      { block_public_acls: true, block_public_policy: false },
    ),
  ],
  [
    'aws_secretsmanager_secret_policy public-access-allowed',
    pair(
      { secret_arn: 's', block_public_policy: true, policy: own('secretsmanager:GetSecretValue') },
      { secret_arn: 's', block_public_policy: false, policy: own('secretsmanager:GetSecretValue') },
    ),
  ],
  ['aws_kms_key key-use-changed', pair({ enable_key_rotation: true }, { enable_key_rotation: false })],
]);
