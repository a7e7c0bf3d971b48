import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type Surface, surfaceFromState } from '@gatehouse/surface';
import { parseJson, type Stack, StateBucket, type StateFile } from '@gatehouse/terraform';
import { showRawState } from '../../serve/raw-state';

/** The states in the emulator's bucket, read as they are written: that takes milliseconds, and Terraform a second. */
export class AppliedStates {
  /** By stack, of the state that was read last. */
  private readonly etags = new Map<string, string>();

  constructor(private readonly s3: S3Client) {}

  /** The state of a stack; empty before it was applied. */
  async text(stack: Stack): Promise<string> {
    const { bucket: Bucket, key: Key } = new StateBucket(stack);
    try {
      const { Body, ETag = '' } = await this.s3.send(new GetObjectCommand({ Bucket, Key }));
      const text = (await Body?.transformToString()) ?? '';
      this.etags.set(stack.name, ETag);
      return text;
    } catch (error) {
      if ((error as Error).name !== 'NoSuchKey') throw error;
      this.etags.delete(stack.name);
      return '';
    }
  }

  /** What is applied in these stacks, read anew. */
  async surface(stacks: readonly Stack[]): Promise<Surface> {
    const states = await Promise.all(
      stacks.map(async (stack) => {
        const raw = parseJson<Record<string, unknown>>(await this.text(stack));
        return [stack.name, raw ? showRawState(raw, `state of ${stack.name}`) : NEVER_APPLIED] as const;
      }),
    );
    return surfaceFromState(Object.fromEntries(states));
  }

  /** What the stack gives to others, as text to compare. */
  async outputs(stack: Stack): Promise<string> {
    return JSON.stringify(parseJson<StateFile>(await this.text(stack))?.outputs ?? {});
  }

  /**
   * Names of stacks whose state is another than the one that was read last.
   *
   * @returns nothing while a state is locked: what has the lock has not ended
   */
  async changed(stacks: readonly Stack[]): Promise<string[]> {
    const changed: string[] = [];
    for (const stack of stacks) {
      const { bucket: Bucket, key } = new StateBucket(stack);
      const { Contents = [] } = await this.s3.send(new ListObjectsV2Command({ Bucket, Prefix: key }));
      if (Contents.some(({ Key }) => Key === `${key}.tflock`)) return [];
      if (Contents.find(({ Key }) => Key === key)?.ETag !== this.etags.get(stack.name)) changed.push(stack.name);
    }
    return changed;
  }
}

const NEVER_APPLIED = { format_version: '1.0', values: { root_module: {} } };
