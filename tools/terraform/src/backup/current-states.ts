import { posix } from 'node:path';
import { SetupError } from '../errors';
import { isLostCopy } from '../lost-state/lost-copy';
import { parseJson } from '../parse-json';
import { StateBucket, type VersionOfObject } from '../state-bucket';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';

/** A state as the bucket has it now, and what it was before. */
export interface CurrentState {
  /** Of the stack whose state it is. @default - no stack has it */
  readonly stack?: string;
  readonly bucket: string;
  readonly key: string;
  /** Of the object that S3 gave; `null` in a bucket that keeps no versions. */
  readonly versionId: string;
  /** As it is stored, secrets included. */
  readonly text: string;
  readonly state: StateFile;
  /** The versions before it, newest first. */
  readonly earlier: readonly { readonly versionId: string; readonly modified: string }[];
}

/**
 * Every state of an environment: of its stacks, and those that no stack has. Each is read by the id of its version, so that one which
 * is written meanwhile is whole.
 *
 * @param stacks all that the environment has
 * @throws SetupError when they cannot be listed or read, or one is no state
 */
export async function currentStates(stacks: readonly Stack[]): Promise<CurrentState[]> {
  const found = new Map<string, CurrentState>();
  for (const stack of stacks) {
    const bucket = new StateBucket(stack);
    const folder = posix.dirname(bucket.key);
    // Other folders hold states of other things.
    const prefix = folder === stack.app ? `${folder}/` : bucket.key;
    const own = (key: string) => key === bucket.key || (key.endsWith('.tfstate') && prefix.endsWith('/'));
    for (const [key, versions] of await byKey(bucket, prefix)) {
      const place = `${bucket.bucket}/${key}`;
      if (found.has(place) || !own(key) || isLostCopy(key, folder)) continue;
      const state = await currentOf(bucket, key, versions);
      if (state !== undefined) found.set(place, state);
    }
  }
  const names = new Map(stacks.map((stack) => [placeOf(new StateBucket(stack)), stack.name]));
  return [...found.values()].map((each) => ({ ...each, stack: names.get(placeOf(each)) }));
}

const placeOf = ({ bucket, key }: { readonly bucket: string; readonly key: string }): string => `${bucket}/${key}`;

async function byKey(bucket: StateBucket, prefix: string): Promise<ReadonlyMap<string, VersionOfObject[]>> {
  const found = new Map<string, VersionOfObject[]>();
  for (const version of await bucket.versions(prefix)) {
    found.set(version.key, [...(found.get(version.key) ?? []), version]);
  }
  return found;
}

/** @returns nothing for an object that was deleted */
async function currentOf(
  bucket: StateBucket,
  key: string,
  versions: readonly VersionOfObject[],
): Promise<CurrentState | undefined> {
  const latest = versions.find(({ isLatest }) => isLatest);
  if (latest === undefined) return undefined;
  const { versionId } = latest;
  const text = await bucket.text(key, versionId);
  const state = parseJson<StateFile | null>(text ?? '');
  if (text === undefined || typeof state?.lineage !== 'string' || typeof state.serial !== 'number') {
    const found = text === undefined ? 'an object that cannot be read' : 'something else';
    throw new SetupError(
      `s3://${bucket.bucket}/${key}, version ${versionId}: expected a Terraform state, found ${found}.`,
    );
  }
  const earlier = versions.filter(({ isLatest }) => !isLatest);
  return {
    bucket: bucket.bucket,
    key,
    versionId,
    text,
    state,
    earlier: earlier.map(({ modified, versionId: id }) => ({ versionId: id, modified })),
  };
}
