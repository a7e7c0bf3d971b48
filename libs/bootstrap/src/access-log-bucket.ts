import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket';

export interface AccessLogBucketProps {
  /** At most 63 characters, as every bucket name. */
  readonly bucketName: string;
  /** The bucket whose requests are logged. */
  readonly source: PrivateBucket;
  readonly account: string;
  readonly retentionDays: number;
}

/**
 * Gets the access logs of one bucket, and nothing else from anyone.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * @throws when the name is longer than S3 takes.
 */
export class AccessLogBucket extends Construct {
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    this.checkName(props.bucketName);
    const bucket = new PrivateBucket(this, id, {
      bucketName: props.bucketName,
      statements: (bucketArn) => [
        {
          Sid: 'TakeLogs',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `${bucketArn}/*`,
          Condition: {
            ArnLike: { 'aws:SourceArn': props.source.bucketArn },
            StringEquals: { 'aws:SourceAccount': props.account },
          },
        },
      ],
    });
    this.bucketName = bucket.bucketName;
    // The log delivery takes no other.
    bucket.encrypt(this, { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } });
    bucket.expire(this, [
      {
        id: 'old-logs',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        expiration: [{ days: props.retentionDays }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    ]);
  }

  private checkName(name: string): void {
    if (name.length <= 63) return;
    throw new Error(
      `${this.node.path}: expected a bucket name of at most 63 characters, found ${name} (${name.length}). ` +
        'Name the state bucket with 5 characters less, or leave accessLogs out of environments/bootstrap.json.',
    );
  }
}
