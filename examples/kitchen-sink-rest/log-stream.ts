import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { KinesisFirehoseDeliveryStream } from '@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { type Construct } from 'constructs';

/** A stream that puts the lines of an access log into a bucket. */
export function logStream(stack: Construct): string {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'firehose.amazonaws.com' } };
  const role = new IamRole(stack, 'lines', {
    name: 'sink-lines',
    assumeRolePolicy: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
  const bucket = new S3Bucket(stack, 'lines_bucket', { bucket: 'sink-lines' });
  return new KinesisFirehoseDeliveryStream(stack, 'lines_stream', {
    name: 'amazon-apigateway-sink',
    destination: 'extended_s3',
    extendedS3Configuration: { bucketArn: bucket.arn, roleArn: role.arn },
  }).arn;
}
