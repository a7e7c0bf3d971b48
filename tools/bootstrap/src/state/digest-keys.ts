import { randomBytes } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { digestKeyPath, type Environment } from '@gatehouse/environment';
import { isAwsError } from '../aws';

/**
 * Leaves a random key for each environment in the state bucket, where it has none. Terraform does not make it: it would be
 * in its plan and its state.
 *
 * @param keyArn of the KMS key of the states
 */
export async function makeDigestKeys(s3: S3Client, { environments, state }: Target, keyArn: string): Promise<void> {
  for (const environment of environments) {
    await unlessThere(() =>
      s3.send(
        new PutObjectCommand({
          Bucket: state.bucket,
          Key: digestKeyPath(environment),
          Body: randomBytes(32).toString('hex'),
          ContentType: 'text/plain',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId: keyArn,
          // Another one would make every review that is not deployed yet say something else.
          IfNoneMatch: '*',
        }),
      ),
    );
  }
}

interface Target {
  readonly environments: readonly Pick<Environment, 'name'>[];
  readonly state: { readonly bucket: string };
}

async function unlessThere(put: () => Promise<unknown>): Promise<void> {
  try {
    await put();
  } catch (error) {
    if (!isAwsError(error, 'PreconditionFailed', 'ConditionalRequestConflict')) throw error;
  }
}
