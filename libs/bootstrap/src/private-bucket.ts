import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import {
  S3BucketServerSideEncryptionConfigurationA,
  type S3BucketServerSideEncryptionConfigurationRuleA,
} from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { nameInTerraform, policyDocument, snakeCase, type Statement } from '@gatehouse/construct-kit';
import { type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

export interface PrivateBucketProps {
  readonly bucketName: string;
  /** What the bucket's policy says besides. */
  readonly statements: (bucketArn: string) => readonly Statement[];
}

/**
 * A bucket that no one outside its account can be let into, that refuses what is not TLS 1.2, and that Terraform
 * refuses to destroy. Everything that belongs to it has its name in Terraform.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export class PrivateBucket extends Construct {
  readonly bucketName: string;
  readonly bucketArn: string;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const bucket = new S3Bucket(this, 'Resource', {
      bucket: props.bucketName,
      lifecycle: { preventDestroy: true },
    });
    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    // Without access control lists.
    const rule = { objectOwnership: 'BucketOwnerEnforced' };
    this.named(new S3BucketOwnershipControls(this, 'ownership', { bucket: this.bucketName, rule }));
    this.addPolicy([...transportStatements(bucket.arn), ...props.statements(bucket.arn)]);
  }

  /** Gives a resource that belongs to this bucket the bucket's name in Terraform. */
  named<T extends TerraformResource>(resource: T): T {
    return nameInTerraform(resource, snakeCase(this.node.id));
  }

  /** Says how what is put into the bucket is encrypted. */
  encrypt(scope: Construct, rule: S3BucketServerSideEncryptionConfigurationRuleA): void {
    const config = { bucket: this.bucketName, rule: [rule] };
    this.named(new S3BucketServerSideEncryptionConfigurationA(scope, 'encryption', config));
  }

  /** Says what is deleted when. */
  expire(scope: Construct, rule: S3BucketLifecycleConfigurationRule[], dependsOn?: TerraformResource[]): void {
    const config = { bucket: this.bucketName, rule, dependsOn };
    this.named(new S3BucketLifecycleConfiguration(scope, 'lifecycle', config));
  }

  private addPolicy(statements: readonly Statement[]): void {
    const publicAccess = new S3BucketPublicAccessBlock(this, 'public-access', {
      bucket: this.bucketName,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.named(publicAccess);
    const policy = new S3BucketPolicy(this, 'policy', {
      bucket: this.bucketName,
      policy: policyDocument(statements),
      // S3 refuses two changes of a bucket's access at once.
      dependsOn: [publicAccess],
    });
    this.named(policy);
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS */
function transportStatements(bucketArn: string): Statement[] {
  const everything = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
  } as const;
  return [
    { Sid: 'DenyWithoutTls', ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { Sid: 'DenyOldTls', ...everything, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
  ];
}
