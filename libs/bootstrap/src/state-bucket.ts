import { type S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { type Statement } from '@gatehouse/construct-kit';
import { type BootstrapTarget } from '@gatehouse/environment';
import { Construct } from 'constructs';
import { AccessLogBucket } from './access-log-bucket';
import { PrivateBucket } from './private-bucket';
import { type StateKey } from './state-key';

/** Older versions of a state that are kept however old they are. */
const keptVersions = 20;

/**
 * The bucket that holds every Terraform state of an account and region: versioned, encrypted with its own key.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export class StateBucket extends Construct {
  readonly bucketName: string;
  readonly bucketArn: string;

  constructor(scope: Construct, id: string, target: BootstrapTarget, key: StateKey) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'state', {
      bucketName: target.state.bucket,
      statements: (bucketArn) => denyOtherKeys(bucketArn, target, key),
    });
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    const versioning = new S3BucketVersioningA(this, 'versioning', {
      bucket: bucket.bucketName,
      versioningConfiguration: { status: 'Enabled' },
    });
    bucket.named(versioning);
    bucket.expire(this, oldVersions(target.settings.stateHistoryDays), [versioning]);
    bucket.encrypt(this, {
      applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.keyArn },
      bucketKeyEnabled: true,
    });
    this.logAccess(bucket, target);
  }

  private logAccess(bucket: PrivateBucket, target: BootstrapTarget): void {
    const { accessLogs } = target.settings;
    if (accessLogs === undefined) return;
    const logs = new AccessLogBucket(this, 'state-logs', {
      bucketName: `${target.state.bucket}-logs`,
      source: bucket,
      account: target.account,
      retentionDays: accessLogs.retentionDays,
    });
    const logging = new S3BucketLoggingA(this, 'logging', {
      bucket: bucket.bucketName,
      targetBucket: logs.bucketName,
      targetPrefix: '',
    });
    bucket.named(logging);
  }
}

const oldVersions = (days: number): S3BucketLifecycleConfigurationRule[] => [
  {
    id: 'old-versions',
    status: 'Enabled',
    filter: [{ prefix: '' }],
    noncurrentVersionExpiration: [{ noncurrentDays: days, newerNoncurrentVersions: keptVersions }],
    // Every released lock leaves one behind.
    expiration: [{ expiredObjectDeleteMarker: true }],
  },
  {
    id: 'partial-uploads',
    status: 'Enabled',
    filter: [{ prefix: '' }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
  },
];

/**
 * Refuses a wrong key, but only if one is sent: without one the bucket's own key applies, and OpenTofu sends none with
 * its lock objects. The backend sends the key as the environment file names it, so each of its names is right.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
function denyOtherKeys(bucketArn: string, { state }: BootstrapTarget, key: StateKey): Statement[] {
  const deny = (Sid: string, header: string, right: string | string[]): Statement => ({
    Sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${bucketArn}/*`,
    Condition: { Null: { [header]: 'false' }, StringNotEquals: { [header]: right } },
  });
  return [
    deny('DenyOtherEncryption', 's3:x-amz-server-side-encryption', 'aws:kms'),
    deny('DenyOtherKeys', 's3:x-amz-server-side-encryption-aws-kms-key-id', [
      key.keyArn,
      key.keyId,
      key.aliasArn,
      state.keyAlias,
    ]),
  ];
}
