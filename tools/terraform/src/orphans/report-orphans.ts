import { isUserError } from '@gatehouse/cli-kit';
import { type Stack } from '../stacks';
import { countResources, type OrphanedState, statesOf } from './find-orphans';

/** Where lines go: the result, and what kept it from being whole. */
interface Printers {
  readonly print: (line: string) => void;
  readonly printError: (text: string) => void;
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
): Promise<readonly OrphanedState[]> {
  try {
    const { orphans, unapplied } = await statesOf(stacks);
    for (const orphan of orphans) for (const line of describeOrphan(orphan, unapplied)) print(line);
    return orphans;
  } catch (error) {
    if (!isUserError(error)) throw error;
    printError(`Orphaned states were not looked for. ${error.message}`);
    return [];
  }
}

/** Where it is, how much is in it. */
export const describePlace = ({ bucket, key, state }: OrphanedState): string =>
  `${countResources(state)} in s3://${bucket}/${key}`;

/** @param unapplied stacks without a state; the only one is likely the orphan's new name */
function describeOrphan(orphan: OrphanedState, unapplied: readonly Stack[]): string[] {
  const { name, neighbour } = orphan;
  const [renamed, ...others] = unapplied;
  const to = renamed && others.length === 0 ? renamed.name : '<its new name>';
  return [
    `${neighbour.app}-${name}`,
    `  orphaned: no stack of ${neighbour.app} has this state, ${describePlace(orphan)}`,
    `  if it was removed: npx gatehouse destroy ${neighbour.app} --stack ${name}`,
    `  if it was renamed: npx gatehouse move-state ${neighbour.app} ${name} ${to}`,
  ];
}
