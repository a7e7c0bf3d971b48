import { posix } from 'node:path';
import { isUserError } from '@gatehouse/cli-kit';
import { StateBucket } from '../state-bucket';
import { type Stack } from '../stacks';

/** Folder next to the states, in which no stack has its own. */
const FOLDER = 'lost';

/** Whether an object of the state bucket is a copy of a lost state of this folder, such as `dev`. */
export const isLostCopy = (key: string, folder: string): boolean => posix.dirname(key) === posix.join(folder, FOLDER);

/**
 * A lost state in the bucket of the states, `<env>/lost/<stack>.tfstate`: where the next machine finds what a runner that is gone could
 * not write. It is encrypted as the states are, and the roles that may write a state may write it.
 */
export class LostCopy {
  private readonly key: string;

  private constructor(private readonly states: StateBucket) {
    this.key = posix.join(posix.dirname(states.key), FOLDER, posix.basename(states.key));
  }

  /** @returns nothing for a stack whose state is not in S3 */
  static of(stack: Stack): LostCopy | undefined {
    try {
      return new LostCopy(new StateBucket(stack));
    } catch (error) {
      if (isUserError(error)) return undefined;
      throw error;
    }
  }

  get place(): string {
    return `s3://${this.states.bucket}/${this.key}`;
  }

  /**
   * @returns nothing where there is none, or it cannot be read: what Terraform asks next says why
   */
  async read(): Promise<string | undefined> {
    try {
      return await this.states.text(this.key);
    } catch (error) {
      if (isUserError(error)) return undefined;
      throw error;
    }
  }

  /** @throws SetupError when it cannot be written, or another one is there */
  async write(text: string): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const { bucket: Bucket, kmsKey } = this.states;
    await this.states.ask((s3) =>
      s3.send(
        new PutObjectCommand({
          ...{ Bucket, Key: this.key, Body: text, ContentType: 'application/json', IfNoneMatch: '*' },
          ...(kmsKey !== undefined && { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKey }),
        }),
      ),
    );
  }

  async remove(): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await this.states.ask((s3) => s3.send(new DeleteObjectCommand({ Bucket: this.states.bucket, Key: this.key })));
  }
}
