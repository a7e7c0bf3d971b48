import { SetupError } from './errors';
import { StateBucket } from './state-bucket';
import { type StateFile } from './state-file';
import { type Stack } from './stacks';

/** One version of a stack's state in its bucket. */
export interface StateVersion {
  readonly id: string;
  readonly modified: string;
  readonly isLatest: boolean;
  readonly state: StateFile;
}

/** More than these nobody reads in a terminal; an older one can still be named. */
const LISTED = 20;

/**
 * The versions that S3 keeps of one stack's state.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/RetrievingObjectVersions.html
 */
export class StateVersions {
  private readonly states: StateBucket;

  /** @throws SetupError when the state is not in S3 */
  constructor(stack: Stack) {
    this.states = new StateBucket(stack);
  }

  /** Newest first. Versions that are no state, such as deletions, are left out. */
  async list(): Promise<StateVersion[]> {
    const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
    const { bucket, key } = this.states;
    // The prefix also matches the lock object and longer names.
    const { Versions = [] } = await this.states.ask((s3) =>
      s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key })),
    );
    const own = Versions.filter((version) => version.Key === key && version.VersionId !== undefined);
    return Promise.all(
      own.slice(0, LISTED).map(async ({ VersionId: id = '', LastModified, IsLatest = false }) => ({
        id,
        modified: LastModified?.toISOString() ?? '',
        isLatest: IsLatest,
        state: await this.read(id),
      })),
    );
  }

  /** @throws SetupError when there is no such version of this stack's state */
  async read(version: string): Promise<StateFile> {
    const { bucket, key } = this.states;
    const said = `s3://${bucket}/${key} has no version "${version}" that can be read`;
    const state = await this.states.read(key, version).catch((cause: Error) => {
      throw new SetupError(`${said}: ${cause.message}`, { cause });
    });
    if (state === undefined) throw new SetupError(`${said}: it is no state`);
    return state;
  }
}
