import { named, of, reads, type Service, type TypeRights } from './type-rights';

const s3 = (actions: string) => of('s3', actions);

/** A bucket's ARN names neither region nor account. */
const buckets = 'arn:{partition}:s3:::{prefix}*';
const objects = `${buckets}/*`;

/** The provider reads all of these of every bucket. */
const bucketReads =
  'GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration ' +
  'GetBucketPolicy GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite ' +
  'GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket';

const setting = (read: string, change: string): TypeRights => ({
  grants: [{ on: [buckets], read: s3(read), change: s3(change) }],
});

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const simpleStorage: Service = {
  group: 'data',
  types: {
    aws_s3_bucket: {
      ...named('bucket'),
      arn: 'arn:{partition}:s3:::{name}',
      grants: [
        {
          on: [buckets],
          read: s3(bucketReads),
          create: s3('CreateBucket PutBucketTagging'),
          delete: s3('DeleteBucket'),
        },
      ],
    },
    'aws_s3_bucket.force_destroy': {
      grants: [
        { on: [buckets], delete: s3('ListBucketVersions') },
        { on: [objects], delete: s3('DeleteObject DeleteObjectVersion') },
      ],
    },
    aws_s3_bucket_policy: setting('GetBucketPolicy', 'DeleteBucketPolicy PutBucketPolicy'),
    aws_s3_bucket_public_access_block: setting('GetBucketPublicAccessBlock', 'PutBucketPublicAccessBlock'),
    aws_s3_bucket_ownership_controls: setting('GetBucketOwnershipControls', 'PutBucketOwnershipControls'),
    aws_s3_bucket_versioning: setting('GetBucketVersioning', 'PutBucketVersioning'),
    aws_s3_bucket_server_side_encryption_configuration: setting(
      'GetEncryptionConfiguration',
      'PutEncryptionConfiguration',
    ),
    aws_s3_bucket_lifecycle_configuration: setting('GetLifecycleConfiguration', 'PutLifecycleConfiguration'),
    aws_s3_bucket_cors_configuration: setting('GetBucketCORS', 'PutBucketCORS'),
    aws_s3_bucket_logging: setting('GetBucketLogging', 'PutBucketLogging'),
    aws_s3_bucket_notification: setting('GetBucketNotification', 'PutBucketNotification'),
    aws_s3_bucket_website_configuration: setting('GetBucketWebsite', 'DeleteBucketWebsite PutBucketWebsite'),
    aws_s3_object: {
      grants: [
        {
          on: [objects],
          read: s3('GetObject GetObjectTagging'),
          create: s3('PutObject PutObjectTagging'),
          delete: s3('DeleteObject DeleteObjectVersion'),
        },
        { on: [buckets], read: s3('ListBucket ListBucketVersions') },
      ],
    },
    'data.aws_s3_bucket': reads(s3('GetBucketLocation GetBucketWebsite ListBucket'), 'arn:{partition}:s3:::*'),
    'data.aws_s3_object': {
      values: ['bucket'],
      grants: [{ on: ['arn:{partition}:s3:::{=bucket}/*', objects], read: s3('GetObject GetObjectTagging') }],
    },
    'data.aws_s3_objects': {
      values: ['bucket'],
      grants: [{ on: ['arn:{partition}:s3:::{=bucket}', buckets], read: s3('ListBucket') }],
    },
  },
};
