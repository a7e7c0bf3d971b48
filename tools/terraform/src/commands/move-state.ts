import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { SetupError } from '../errors';
import { countResources, findOrphan, resourcesIn, statesOf } from '../orphans/find-orphans';
import { orphanStack } from '../orphans/orphan-stack';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';
import { type Terraform } from '../terraform';
import { findStack, type Session } from './session';

/**
 * Gives an orphaned state to a stack that has none, as after a rename: by `terraform state push`, under the lock,
 * encrypted as ever. The old state is left empty; S3 keeps its versions. No resource is touched.
 *
 * @param from name of the stack that had the state
 * @param to name of the stack that gets it
 * @throws SetupError unless no stack has the one, and nothing is in the other
 */
export async function moveStateCommand(session: Session, from: string, to: string): Promise<ExitCode> {
  const target = findStack(session.all, to);
  if (target === undefined) {
    const names = session.all.map(({ name }) => name).join(', ');
    throw new SetupError(`Nothing was moved: there is no stack "${to}" to move to; there are: ${names}.`);
  }
  const source = await orphanNamed(session, from);
  const [old, next] = [await initialised(session, source), await initialised(session, target)];
  const state = (await old.pullState())!;
  const present = await next.pullState();
  if (isBusy(present, state)) {
    throw new SetupError(
      `Nothing was moved: ${target.name} has a state with ${countResources(present!)} of its own. ` +
        `Move to a stack that was never applied, or destroy one of the two.`,
    );
  }
  await push(next, target, ownedBy(present, state));
  await push(old, source, { ...state, serial: state.serial + 1, resources: [], outputs: {} });
  session.print(`${target.name}: has the state of ${source.name} now, ${countResources(state)}`);
  session.print(`See what differs from the configuration: npx gatehouse plan ${target.app}`);
  return EXIT.ok;
}

async function orphanNamed(session: Session, name: string): Promise<Stack> {
  const { orphans } = await statesOf(session.all);
  const orphan = findOrphan(orphans, name);
  if (orphan !== undefined) return orphanStack(orphan, session.all);
  const composed = findStack(session.all, name);
  throw new SetupError(
    composed === undefined
      ? `Nothing was moved: there is no orphaned state "${name}"; there are: ${orphans.map((each) => each.name).join(', ') || 'none'}.`
      : `Nothing was moved: ${composed.name} is a stack that has its state; only one that no stack has can be moved.`,
  );
}

async function initialised({ bind }: Session, stack: Stack): Promise<Terraform> {
  const terraform = bind(stack);
  await terraform.init();
  return terraform;
}

/** Whether something else is there; what a move that was killed left is the same. */
const isBusy = (present: StateFile | undefined, state: StateFile): boolean =>
  present !== undefined && resourcesIn(present) > 0 && present.lineage !== state.lineage;

/** Terraform takes a state only as a later one of the lineage that is there. */
const ownedBy = (present: StateFile | undefined, state: StateFile): StateFile =>
  present === undefined
    ? state
    : { ...state, lineage: present.lineage, serial: Math.max(present.serial, state.serial) + 1 };

async function push(terraform: Terraform, { workDirectory }: Stack, state: StateFile): Promise<void> {
  const file = join(workDirectory, 'moved.tfstate');
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  try {
    await terraform.pushState(file);
  } finally {
    rmSync(file, { force: true });
  }
}
