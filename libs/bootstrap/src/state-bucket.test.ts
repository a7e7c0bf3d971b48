import { policyAt, synthBootstrapStack } from '../testing/bootstrap-target';

const bucket = '${aws_s3_bucket.state.bucket}';
const arn = '${aws_s3_bucket.state.arn}';

const transport = (bucketArn: string) => [
  {
    Sid: 'DenyWithoutTls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
  {
    Sid: 'DenyOldTls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
  },
];

describe('the state bucket', () => {
  it('is versioned, encrypted, closed, and not to be destroyed', () => {
    const types = Object.entries(synthBootstrapStack().resource).filter(
      ([type]) => type.startsWith('aws_s3_bucket') && type !== 'aws_s3_bucket_policy',
    );
    expect(Object.fromEntries(types)).toEqual({
      aws_s3_bucket: { state: { bucket: 'acme-state', lifecycle: { prevent_destroy: true } } },
      aws_s3_bucket_versioning: { state: { bucket, versioning_configuration: { status: 'Enabled' } } },
      aws_s3_bucket_server_side_encryption_configuration: {
        state: {
          bucket,
          rule: [
            {
              apply_server_side_encryption_by_default: {
                sse_algorithm: 'aws:kms',
                kms_master_key_id: '${aws_kms_key.state.arn}',
              },
              bucket_key_enabled: true,
            },
          ],
        },
      },
      aws_s3_bucket_ownership_controls: {
        state: { bucket, rule: { object_ownership: 'BucketOwnerEnforced' } },
      },
      aws_s3_bucket_public_access_block: {
        state: {
          bucket,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        },
      },
      aws_s3_bucket_lifecycle_configuration: {
        state: {
          bucket,
          depends_on: ['aws_s3_bucket_versioning.state'],
          rule: [
            {
              id: 'old-versions',
              status: 'Enabled',
              filter: [{ prefix: '' }],
              noncurrent_version_expiration: [{ noncurrent_days: 90, newer_noncurrent_versions: 20 }],
              expiration: [{ expired_object_delete_marker: true }],
            },
            {
              id: 'partial-uploads',
              status: 'Enabled',
              filter: [{ prefix: '' }],
              abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
            },
          ],
        },
      },
    });
  });

  it('refuses old transport, and a wrong key if one is sent', () => {
    const stack = synthBootstrapStack();
    expect(stack.resource['aws_s3_bucket_policy']?.['state']).toMatchObject({
      bucket,
      depends_on: ['aws_s3_bucket_public_access_block.state'],
    });
    expect(policyAt(stack, 'aws_s3_bucket_policy.state')).toEqual({
      Version: '2012-10-17',
      Statement: [
        ...transport(arn),
        {
          Sid: 'DenyOtherEncryption',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: `${arn}/*`,
          Condition: {
            Null: { 's3:x-amz-server-side-encryption': 'false' },
            StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
          },
        },
        {
          Sid: 'DenyOtherKeys',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: `${arn}/*`,
          Condition: {
            Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
            StringNotEquals: {
              's3:x-amz-server-side-encryption-aws-kms-key-id': [
                '${aws_kms_key.state.arn}',
                '${aws_kms_key.state.key_id}',
                '${aws_kms_alias.state.arn}',
                'alias/state',
              ],
            },
          },
        },
      ],
    });
  });

  it('has a key that rotates, works through S3 only, and is not to be destroyed', () => {
    const stack = synthBootstrapStack();
    const Principal = { AWS: 'arn:aws:iam::111111111111:root' };
    expect(stack.resource['aws_kms_alias']?.['state']).toEqual({
      name: 'alias/state',
      target_key_id: '${aws_kms_key.state.key_id}',
    });
    expect(stack.resource['aws_kms_key']?.['state']).toEqual({
      description: 'Terraform state in acme-state',
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      tags: { StateBucket: 'acme-state' },
      lifecycle: { prevent_destroy: true },
      policy: expect.any(String),
    });
    const administration = [
      'CancelKeyDeletion CreateAlias DeleteAlias DescribeKey DisableKey DisableKeyRotation',
      'EnableKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListGrants ListKeyPolicies',
      'ListKeyRotations ListResourceTags PutKeyPolicy RevokeGrant RotateKeyOnDemand',
      'ScheduleKeyDeletion TagResource UntagResource UpdateAlias UpdateKeyDescription',
    ];
    expect(policyAt(stack, 'aws_kms_key.state')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AccountAdministersKey',
          Effect: 'Allow',
          Principal,
          Action: administration.flatMap((line) => line.split(' ').map((action) => `kms:${action}`)),
          Resource: '*',
        },
        {
          Sid: 'AccountUsesKeyThroughS3',
          Effect: 'Allow',
          Principal,
          Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
          Resource: '*',
          Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
        },
      ],
    });
  });

  it('keeps access logs in a bucket of their own when asked to', () => {
    const stack = synthBootstrapStack({ settings: { accessLogs: { retentionDays: 365 } } });
    expect(stack.resource['aws_s3_bucket_logging']).toEqual({
      state: { bucket, target_bucket: '${aws_s3_bucket.state_logs.bucket}', target_prefix: '' },
    });
    expect(stack.resource['aws_s3_bucket']?.['state_logs']).toEqual({
      bucket: 'acme-state-logs',
      lifecycle: { prevent_destroy: true },
    });
    const logs = '${aws_s3_bucket.state_logs.arn}';
    expect(policyAt(stack, 'aws_s3_bucket_policy.state_logs')).toEqual({
      Version: '2012-10-17',
      Statement: [
        ...transport(logs),
        {
          Sid: 'TakeLogs',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `${logs}/*`,
          Condition: {
            ArnLike: { 'aws:SourceArn': arn },
            StringEquals: { 'aws:SourceAccount': '111111111111' },
          },
        },
      ],
    });
    expect(stack.resource['aws_s3_bucket_lifecycle_configuration']?.['state_logs']).toMatchObject({
      rule: [{ id: 'old-logs', expiration: [{ days: 365 }] }],
    });
  });

  it('fails when the name of the bucket for access logs is too long', () => {
    const state = { bucket: 'a'.repeat(59), keyAlias: 'alias/state', key: 'bootstrap/x.tfstate' };
    expect(() => synthBootstrapStack({ state, settings: { accessLogs: { retentionDays: 1 } } })).toThrow(
      'expected a bucket name of at most 63 characters',
    );
  });
});
