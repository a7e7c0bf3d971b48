import { appliedContent, stateIn, type Stack } from '@gatehouse/terraform';
import { type Emulator } from '../emulator';
import { type Facts, type Versions } from './facts';
import { isUsable, readSnapshot, writeSnapshot } from './snapshot-file';

export interface SaveOptions {
  /** Folder of the app, `apps/local`. */
  readonly app: string;
  /** What is applied in the emulator, or was to be. */
  readonly stacks: readonly Stack[];
  /** By user name, the hash of the user as the file of users has it. @default - as in the last snapshot */
  readonly users?: Facts['users'];
}

/**
 * Keeps all that the emulator remembers, for `restoreSnapshot`, in a folder of the app that its owner alone reads.
 *
 * @throws EmulatorRefusal when a service of the emulator holds what cannot be kept; the last snapshot stays
 */
export async function saveSnapshot(
  { internal, url }: Pick<Emulator, 'internal' | 'url'>,
  { app, stacks, users }: SaveOptions,
): Promise<void> {
  const versions = await internal<Versions>('snapshot-versions');
  const before = readSnapshot(app);
  const applied = await contentsOf(stacks);
  const { memory } = await internal<{ memory: string }>('snapshot-save');
  const after = await contentsOf(stacks);
  // An apply at the same moment: nobody knows which of the two the memory has.
  for (const name of Object.keys(applied)) if (applied[name] !== after[name]) applied[name] = null;
  const known = users ?? (isUsable(before) ? before.facts.users : {});
  const facts: Facts = { versions, endpoint: url, stacks: applied, users: known };
  writeSnapshot(app, { facts, memory: Buffer.from(memory, 'base64') });
}

async function contentsOf(stacks: readonly Stack[]): Promise<Record<string, string | null>> {
  const contents = stacks.map(
    async (stack) => [stack.name, appliedContent(stack, await stateIn(stack)) ?? null] as const,
  );
  return Object.fromEntries(await Promise.all(contents));
}
