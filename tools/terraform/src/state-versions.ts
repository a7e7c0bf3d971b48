import { devNull } from 'node:os';
import { type S3Client } from '@aws-sdk/client-s3';
import { SetupError } from './errors';
import { type StateFile } from './state-file';
import { emulatorEndpoint, type StackConfig } from './stack-config';

/** One version of a stack's state in its bucket. */
export interface StateVersion {
  readonly id: string;
  readonly modified: string;
  readonly isLatest: boolean;
  readonly state: StateFile;
}

interface Backend {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly endpoints?: { readonly s3?: string };
  readonly use_path_style?: boolean;
}

/** More than these nobody reads in a terminal; an older one can still be named. */
const LISTED = 20;

/**
 * The versions that S3 keeps of one stack's state.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/RetrievingObjectVersions.html
 */
export class StateVersions {
  private readonly backend: Backend;
  private readonly config: StackConfig;

  /** @throws SetupError when the state is not in S3 */
  constructor(config: StackConfig, stack: string) {
    const backend = config.terraform?.backend?.['s3'] as Backend | undefined;
    if (!backend) throw new SetupError(`The state of ${stack} is not in S3, so there are no versions of it.`);
    this.backend = backend;
    this.config = config;
  }

  /** Newest first. Versions that are no state, such as deletions, are left out. */
  async list(): Promise<StateVersion[]> {
    const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
    const { bucket, key } = this.backend;
    const s3 = await this.connect();
    // The prefix also matches the lock object and longer names.
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }));
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
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { bucket, key } = this.backend;
    const s3 = await this.connect();
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
      return JSON.parse((await Body?.transformToString()) ?? '') as StateFile;
    } catch (cause) {
      throw new SetupError(
        `s3://${bucket}/${key} has no version "${version}" that can be read: ${(cause as Error).message}`,
        { cause },
      );
    }
  }

  private async connect(): Promise<S3Client> {
    const { S3Client } = await import('@aws-sdk/client-s3');
    const { region, endpoints, use_path_style: forcePathStyle } = this.backend;
    const emulator = emulatorEndpoint(this.config) !== undefined;
    return new S3Client({
      region,
      endpoint: endpoints?.s3,
      forcePathStyle,
      // A person's own are never sent to an emulator, nor are they looked up for one.
      ...(emulator && {
        credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
        configFilepath: devNull,
      }),
    });
  }
}
