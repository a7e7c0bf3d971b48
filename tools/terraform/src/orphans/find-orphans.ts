import { posix } from 'node:path';
import { isUserError } from '@gatehouse/cli-kit';
import { isLostCopy } from '../lost-state/lost-copy';
import { StateBucket } from '../state-bucket';
import { type StateFile } from '../state-file';
import { placeOf } from '../state-place';
import { type Stack } from '../stacks';

/** A state of an environment that none of its stacks has: one was removed, or renamed. */
export interface OrphanedState {
  /** Of the stack that had it, as in the key: `old-orders` of `dev/old-orders.tfstate`. */
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  /** What it holds is still in AWS. */
  readonly state: StateFile;
  /** A stack whose state is next to it. */
  readonly neighbour: Stack;
}

export interface StatesOfEnvironment {
  readonly orphans: readonly OrphanedState[];
  /** Stacks that have no state yet; one of them may be an orphan's new name. */
  readonly unapplied: readonly Stack[];
}

/**
 * Looks into the folders of the state bucket that belong to an environment, `<environment>/<stack>.tfstate`. States that
 * hold nothing are left out: what was destroyed leaves one.
 *
 * @param stacks all that the environment has
 * @throws SetupError when the states cannot be listed or read
 */
export async function statesOf(stacks: readonly Stack[]): Promise<StatesOfEnvironment> {
  const orphans: OrphanedState[] = [];
  const places = new Set<string>();
  for (const neighbour of oneOfEachFolder(stacks)) {
    const states = new StateBucket(neighbour);
    const folder = posix.dirname(states.key);
    const keys = (await states.keys(`${folder}/`)).filter((key) => key.endsWith(EXTENSION) && !isLostCopy(key, folder));
    for (const key of keys) places.add(`${states.bucket}/${key}`);
    for (const key of keys.filter((each) => !hasState(stacks, `${states.bucket}/${each}`))) {
      const state = await states.read(key);
      if (state === undefined || resourcesIn(state) === 0) continue;
      orphans.push({ name: posix.basename(key, EXTENSION), bucket: states.bucket, key, state, neighbour });
    }
  }
  return { orphans, unapplied: stacks.filter((stack) => !places.has(placeOf(stack) ?? '')) };
}

/** An orphan by its name, with or without the environment's before it. */
export const findOrphan = (orphans: readonly OrphanedState[], wanted: string): OrphanedState | undefined =>
  orphans.find(({ name, neighbour }) => wanted === name || wanted === `${neighbour.app}-${name}`);

/** How many resources a state holds; data is read anew each time. */
export const resourcesIn = ({ resources = [] }: StateFile): number =>
  resources.filter(({ mode }) => mode === 'managed').reduce((sum, { instances }) => sum + instances.length, 0);

/** Such as `3 resources`. */
export function countResources(state: StateFile): string {
  const count = resourcesIn(state);
  return count === 1 ? '1 resource' : `${count} resources`;
}

const EXTENSION = '.tfstate';

const hasState = (stacks: readonly Stack[], place: string): boolean => stacks.some((each) => placeOf(each) === place);

/** Only folders that are named as the environment: in others are states of other things. */
function oneOfEachFolder(stacks: readonly Stack[]): Stack[] {
  const folders = stacks.flatMap((stack) => {
    const states = inBucket(stack);
    const folder = states && posix.dirname(states.key);
    return states && folder === stack.app ? [[`${states.bucket}/${folder}`, stack] as const] : [];
  });
  return [...new Map(folders.toReversed()).values()];
}

function inBucket(stack: Stack): StateBucket | undefined {
  try {
    return new StateBucket(stack);
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}
