import { appliedContent, stateIn, type Stack } from '@gatehouse/terraform';
import { type Emulator } from '../emulator';
import { type AppliedStacks, type Facts, type Versions } from './facts';
import { writeSnapshot } from './snapshot-file';

export interface SaveOptions {
  /** Of the checkout. */
  readonly root: string;
  /** All stacks of each app that was deployed, also those that were not applied to the end. */
  readonly stacks: readonly Stack[];
  /** By user name, the hash of the user as the file of users had it. @default - those that were restored */
  readonly users?: Facts['users'];
  /** What `restoreSnapshot` returned, for what was not deployed since. @default - the emulator had started empty */
  readonly restored?: Facts;
}

/**
 * Keeps all that the emulator remembers, for `restoreSnapshot`, in a folder of the checkout that its owner alone reads.
 *
 * @throws EmulatorRefusal when a service of the emulator holds what cannot be kept; the last snapshot stays
 */
export async function saveSnapshot(
  { internal, url }: Pick<Emulator, 'internal' | 'url'>,
  { root, stacks, users, restored }: SaveOptions,
): Promise<void> {
  const versions = await internal<Versions>('snapshot-versions');
  const before = await appliedBy(stacks);
  const { memory } = await internal<{ memory: string }>('snapshot-save');
  const after = await appliedBy(stacks);
  const facts: Facts = {
    versions,
    at: new Date().toISOString(),
    endpoint: url,
    apps: { ...restored?.apps, ...whereTheyAgree(before, after) },
    users: users ?? restored?.users ?? {},
  };
  writeSnapshot(root, { facts, memory: Buffer.from(memory, 'base64') });
}

type Applied = Record<string, Record<string, string | null>>;

async function appliedBy(stacks: readonly Stack[]): Promise<Applied> {
  const apps: Applied = {};
  for (const stack of stacks) {
    const content = appliedContent(stack, await stateIn(stack)) ?? null;
    (apps[stack.app] ??= {})[stack.name] = content;
  }
  return apps;
}

/** An apply at the same moment: nobody knows which of the two the memory has. */
const whereTheyAgree = (before: Applied, after: Applied): Facts['apps'] =>
  mapValues(before, (stacks, app): AppliedStacks =>
    mapValues(stacks, (content, name) => (after[app]?.[name] === content ? content : null)),
  );

const mapValues = <T, R>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => R,
): Record<string, R> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
