import { isUserError } from '@gatehouse/cli-kit';
import { type Stack } from '../stacks';
import { countResources, type OrphanedState, statesOf } from './find-orphans';

/** Where lines go: the result, and what kept it from being whole. */
interface Printers {
  readonly print: (line: string) => void;
  readonly printError: (text: string) => void;
}

/** A state that no stack has. */
export interface ReportedOrphan {
  /** What the stack was called, with the environment. */
  readonly stack: string;
  /** Where it is, how much is in it. */
  readonly place: string;
  /** What a person can do about it. */
  readonly reconcile: readonly string[];
}

/**
 * Prints the states of an environment that none of its stacks has, with the commands that destroy or move them.
 *
 * @param stacks all that the environment has
 * @returns what it printed
 */
export async function reportOrphans(
  stacks: readonly Stack[],
  { print, printError }: Printers,
): Promise<readonly ReportedOrphan[]> {
  try {
    const { orphans, unapplied } = await statesOf(stacks);
    const reported = orphans.map((orphan) => reportOf(orphan, unapplied));
    for (const [index, { stack, place, reconcile }] of reported.entries()) {
      print(stack);
      print(`  orphaned: no stack of ${orphans[index]!.neighbour.app} has this state, ${place}`);
      for (const way of reconcile) print(`  ${way}`);
    }
    return reported;
  } catch (error) {
    if (!isUserError(error)) throw error;
    printError(`Orphaned states were not looked for. ${error.message}`);
    return [];
  }
}

/** @param unapplied stacks without a state; the only one is likely the orphan's new name */
function reportOf(orphan: OrphanedState, unapplied: readonly Stack[]): ReportedOrphan {
  const { name, bucket, key, state } = orphan;
  const { app } = orphan.neighbour;
  const [renamed, ...others] = unapplied;
  const to = renamed && others.length === 0 ? renamed.name : '<its new name>';
  return {
    stack: `${app}-${name}`,
    place: `${countResources(state)} in s3://${bucket}/${key}`,
    reconcile: [
      `if it was removed: npx gatehouse destroy ${app} --stack ${name}`,
      `if it was renamed: npx gatehouse move-state ${app} ${name} ${to}`,
    ],
  };
}
