import { type Stack, stackContent } from '@gatehouse/terraform';
import { type Emulator, EmulatorRefusal } from '../emulator';
import { type Facts, otherStacks, otherVersion, type Versions } from './facts';
import { isUsable, readSnapshot, type Snapshot } from './snapshot-file';

export interface RestoreOptions {
  /** Of the checkout. */
  readonly root: string;
  /** Stacks of one app: a snapshot of other JSON than they have now is not used. @default - whatever was applied */
  readonly stacks?: readonly Stack[];
}

/** Whether the emulator has its memory again, and if not, why. */
export type Restored =
  | { readonly restored: true; readonly facts: Facts }
  /** `why` is absent when nothing was ever saved. */
  | { readonly restored: false; readonly why?: string };

/**
 * Gives an emulator that has just started the memory that `saveSnapshot` kept. One that this checkout did not write, that is
 * damaged, of another version or of other JSON is not used, and the emulator stays empty.
 */
export async function restoreSnapshot(
  { internal, url }: Pick<Emulator, 'internal' | 'url'>,
  { root, stacks }: RestoreOptions,
): Promise<Restored> {
  const found = readSnapshot(root);
  if (!isUsable(found)) return { restored: false, ...found };
  const { facts, memory } = found;
  const why =
    otherVersion(facts.versions, await internal<Versions>('snapshot-versions')) ??
    (stacks && otherJson(found, url, stacks));
  if (why !== undefined) return { restored: false, why };
  try {
    await internal('snapshot-load', { memory: memory.toString('base64') });
  } catch (error) {
    if (!(error instanceof EmulatorRefusal)) throw error;
    return { restored: false, why: `the emulator cannot load it: ${error.message}` };
  }
  return { restored: true, facts };
}

/** The port that a snapshot was made on, to start the emulator on: on another one it is of other JSON. */
export function portOfSnapshot(root: string): number | undefined {
  const found = readSnapshot(root);
  return isUsable(found) ? Number(new URL(found.facts.endpoint).port) : undefined;
}

function otherJson({ facts }: Snapshot, endpoint: string, stacks: readonly Stack[]): string | undefined {
  const contents = Object.fromEntries(stacks.map((stack) => [stack.name, stackContent(stack)] as const));
  return otherStacks(facts, { app: stacks[0]?.app ?? '', endpoint, stacks: contents });
}
