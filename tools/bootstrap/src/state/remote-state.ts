import { GetObjectCommand, HeadBucketCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type BootstrapTarget } from '@gatehouse/environment';
import { UserError } from '@gatehouse/cli-kit';
import { isAwsError, unlessMissing } from '../aws';
import { parseState, type StateFile } from './state-file';

/** A state in the bucket, and the key that it is encrypted with. */
export interface StoredState extends StateFile {
  /** ARN of the KMS key; absent when it is not encrypted with one. */
  readonly keyArn?: string;
}

/** Where a target's state is, for people. */
export const addressOf = ({ state }: BootstrapTarget): string => `s3://${state.bucket}/${state.key}`;

/**
 * Reads the bootstrap's state from the bucket that it makes.
 *
 * @returns nothing when there is no bucket, or no state in it
 * @throws UserError when the bucket is someone else's or elsewhere, and when what is stored is no state
 */
export async function readRemoteState(s3: S3Client, target: BootstrapTarget): Promise<StoredState | undefined> {
  if (!(await bucketExists(s3, target))) return undefined;
  const { bucket: Bucket, key: Key } = target.state;
  const object = await unlessMissing(['NoSuchKey'], () => s3.send(new GetObjectCommand({ Bucket, Key })));
  if (object === undefined) return undefined;
  const state = parseState((await object.Body?.transformToString()) ?? '');
  if (state === undefined) {
    throw new UserError(
      `${addressOf(target)}: expected a Terraform state, found something else. ` +
        'Restore an older version of the object, or remove it: everything that it held is then found again.',
    );
  }
  return { ...state, keyArn: object.SSEKMSKeyId };
}

/**
 * @throws UserError when the name is taken by another account, or the bucket is in another region
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export async function bucketExists(s3: S3Client, { account, region, state }: BootstrapTarget): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: state.bucket, ExpectedBucketOwner: account }));
    return true;
  } catch (error) {
    const { $metadata, $response } = error as AwsFailure;
    if ($metadata?.httpStatusCode === 404) return false;
    if ($metadata?.httpStatusCode === 301) {
      const actual = $response?.headers?.['x-amz-bucket-region'] ?? 'another region';
      throw new UserError(
        `Bucket ${state.bucket}: expected it in ${region}, found it in ${actual}. ` +
          'Correct state.region in the environment files, or name another bucket.',
      );
    }
    if ($metadata?.httpStatusCode === 403) {
      throw new UserError(
        `Bucket ${state.bucket}: expected it to be free, or of account ${account} and open to you; found neither. ` +
          'Names of buckets are unique in the world: if it is not yours, name another one in the environment files.',
      );
    }
    throw error;
  }
}

interface AwsFailure {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** Writes a state where none is, encrypted with that key. @throws UserError when there is one already */
export async function createRemoteState(
  s3: S3Client,
  target: BootstrapTarget,
  { text, keyArn }: { text: string; keyArn: string },
): Promise<void> {
  try {
    await s3.send(
      new PutObjectCommand({
        Bucket: target.state.bucket,
        Key: target.state.key,
        Body: text,
        ContentType: 'application/json',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: keyArn,
        // Two first runs at once: the second one must not replace what the first one stored.
        IfNoneMatch: '*',
      }),
    );
  } catch (error) {
    if (!isAwsError(error, 'PreconditionFailed', 'ConditionalRequestConflict')) throw error;
    throw new UserError(
      `${addressOf(target)}: another run stored its state there in the meantime. Run the bootstrap again: it goes on from that state.`,
    );
  }
}
