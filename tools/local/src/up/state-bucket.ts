import {
  CreateBucketCommand,
  type BucketLocationConstraint,
  PutBucketVersioningCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Makes the emulator's state bucket where there is none, versioned as on AWS (there `apps/bootstrap` makes it). */
export async function createStateBucket(
  s3: S3Client,
  { bucket, region }: { bucket: string; region: string },
): Promise<void> {
  const create = new CreateBucketCommand({
    Bucket: bucket,
    // us-east-1 is the one region that must not be named: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
    ...(region !== 'us-east-1' && {
      CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
    }),
  });
  await s3.send(create).catch((error: Error) => {
    if (error.name !== 'BucketAlreadyOwnedByYou') throw error;
  });
  await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }));
}
