import { GetBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import { unlessMissing } from '../aws';
import { bucketExists } from '../state/remote-state';
import { type Finder } from './finder';

/** Of the state bucket and of the one for its access logs. */
export const bucket: Finder = async ({ aws, target, text }) => {
  const name = text('bucket');
  const exists = await bucketExists(aws.s3, { ...target, state: { ...target.state, bucket: name } });
  return exists ? name : undefined;
};

/** Setting it again would do no harm, but the provider then waits a minute until S3 has it everywhere. */
export const lifecycle: Finder = async ({ aws, text }) => {
  const Bucket = text('bucket');
  const found = await unlessMissing(['NoSuchBucket', 'NoSuchLifecycleConfiguration'], () =>
    aws.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
  );
  return found && Bucket;
};
