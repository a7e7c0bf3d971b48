import { type Stack } from '@gatehouse/terraform';
import { type Reporter } from '../console';
import { type Emulator } from '../emulator';
import { type Facts, hasSnapshot, type Restored, restoreSnapshot } from '../snapshot';
import { workspaceRoot } from '../workspace';

interface RecallOptions {
  readonly fresh?: boolean;
  readonly reporter: Reporter;
}

/**
 * Gives the emulator what it held when the last start ended, in place of applying the same stacks again; says why not.
 *
 * @returns nothing where all stacks are to be applied
 */
export async function recall(
  emulator: Emulator,
  stacks: readonly Stack[],
  { fresh, reporter }: RecallOptions,
): Promise<Facts | undefined> {
  if (!hasSnapshot(workspaceRoot)) return undefined;
  return reporter.step('Snapshot of the last start', async (step) => {
    const answer: Restored = fresh
      ? { restored: false, why: '--fresh was given' }
      : await restoreSnapshot(emulator, { root: workspaceRoot, stacks });
    step.found(describe(answer, stacks));
    return answer.restored ? answer.facts : undefined;
  });
}

function describe(answer: Restored, stacks: readonly Stack[]): string {
  if (!answer.restored) return `Snapshot of the last start not used: ${answer.why}. Every stack is applied`;
  const names = stacks.map(({ name }) => name).join(', ');
  return `${names}: restored with all data and users, as of ${timeOf(answer.facts.at)}; --fresh applies them again`;
}

function timeOf(iso: string): string {
  const at = new Date(iso);
  return at.toDateString() === new Date().toDateString() ? at.toLocaleTimeString() : at.toLocaleString();
}
