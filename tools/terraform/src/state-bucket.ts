import { devNull } from 'node:os';
import { type ListObjectVersionsCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import { isUserError } from '@gatehouse/cli-kit';
import { stateProblem } from './access-problem';
import { SetupError } from './errors';
import { parseJson } from './parse-json';
import { emulatorEndpoint, readStackConfig, type StackConfig } from './stack-config';
import { type StateFile } from './state-file';
import { type Stack } from './stacks';

interface Backend {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly kms_key_id?: string;
  readonly endpoints?: { readonly s3?: string };
  readonly use_path_style?: boolean;
}

/** One of the versions that S3 keeps of an object. */
export interface VersionOfObject {
  readonly key: string;
  readonly versionId: string;
  /** ISO 8601 */
  readonly modified: string;
  readonly isLatest: boolean;
}

/** The S3 bucket that keeps a stack's state. States are only read: what writes one is Terraform, under its lock. */
export class StateBucket {
  readonly bucket: string;
  /** Of the stack's own state. */
  readonly key: string;
  /** What encrypts the states. @default - what the bucket says */
  readonly kmsKey?: string;
  private readonly backend: Backend;
  private readonly config: StackConfig;

  /** @throws SetupError when the state is not in S3 */
  constructor(private readonly stack: Stack) {
    this.config = readStackConfig(stack);
    const backend = this.config.terraform?.backend?.['s3'] as Backend | undefined;
    if (!backend) throw new SetupError(`The state of ${stack.name} is not in S3, where versions and other states are.`);
    this.backend = backend;
    this.bucket = backend.bucket;
    this.key = backend.key;
    this.kmsKey = backend.kms_key_id;
  }

  /**
   * Asks S3 something.
   *
   * @throws SetupError with what mends it, when the bucket, its key or the credentials are the reason
   */
  async ask<T>(question: (s3: S3Client) => Promise<T>): Promise<T> {
    try {
      return await question(await this.connect());
    } catch (cause) {
      if (isUserError(cause)) throw cause;
      const { name, message } = cause as Error;
      const problem = stateProblem(`${name}: ${message}`, this.stack, this.config);
      throw new SetupError(problem ?? `s3://${this.bucket}/${this.key} cannot be read: ${message}`, { cause });
    }
  }

  /** Keys that begin so. */
  async keys(prefix: string): Promise<string[]> {
    const { paginateListObjectsV2 } = await import('@aws-sdk/client-s3');
    return this.ask(async (client) => {
      const keys: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket: this.bucket, Prefix: prefix },
      )) {
        keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      }
      return keys;
    });
  }

  /** Of objects whose keys begin so, newest first; those of deletions are left out. */
  async versions(prefix: string): Promise<VersionOfObject[]> {
    const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
    return this.ask(async (s3) => {
      const found: VersionOfObject[] = [];
      let next: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
      while (next !== undefined) {
        const {
          IsTruncated,
          NextKeyMarker,
          NextVersionIdMarker,
          Versions = [],
        }: ListObjectVersionsCommandOutput = await s3.send(
          new ListObjectVersionsCommand({ Bucket: this.bucket, Prefix: prefix, ...next }),
        );
        for (const { IsLatest: isLatest = false, Key: key, LastModified, VersionId: versionId } of Versions) {
          if (key === undefined || versionId === undefined) continue;
          found.push({ key, versionId, isLatest, modified: LastModified?.toISOString() ?? '' });
        }
        next = IsTruncated ? { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker } : undefined;
      }
      return found;
    });
  }

  /** @returns nothing for an object that is no state */
  async read(key: string, version?: string): Promise<StateFile | undefined> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    return this.ask(async (s3) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, VersionId: version }));
      return parseJson<StateFile>((await Body?.transformToString()) ?? '');
    });
  }

  /** @returns nothing where there is no such object, or the credentials may not read it */
  async text(key: string, version?: string): Promise<string | undefined> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    return this.ask(async (s3) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, VersionId: version }));
        return (await Body?.transformToString()) ?? '';
      } catch (error) {
        if (['NoSuchKey', 'NoSuchBucket', 'NoSuchVersion', 'AccessDenied', 'Forbidden'].includes((error as Error).name))
          return undefined;
        throw error;
      }
    });
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
