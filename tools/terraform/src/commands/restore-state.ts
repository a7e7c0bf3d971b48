import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../errors';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { type StateFile } from '../state-file';
import { StateVersions, type StateVersion } from '../state-versions';
import { theStack } from '../the-stack';
import { type Session } from './session';

/**
 * Makes an older version of one stack's state the current one, by `terraform state push`: under the lock, encrypted as
 * ever, as a new version. Without a version lists those there are. Resources are not touched.
 *
 * @throws SetupError when the version is of another state, by its lineage
 */
export async function restoreStateCommand(session: Session, version?: string): Promise<ExitCode> {
  const stack = theStack(session, 'restore the state of');
  const versions = new StateVersions(stack);
  const known = await versions.list();
  if (version === undefined) {
    for (const line of table(known)) session.print(line);
    return EXIT.ok;
  }
  const wanted = await versions.read(version);
  const newest = known[0]?.state;
  guardLineage(wanted, newest, version);
  if (known[0]?.isLatest && sameContent(wanted, newest)) {
    session.print(`${stack.name}: the state is already that of version ${version}`);
    return EXIT.ok;
  }
  const terraform = session.bind(stack);
  await terraform.init();
  const file = join(stack.workDirectory, 'restored.tfstate');
  const highest = Math.max(wanted.serial, ...known.map(({ state }) => state.serial));
  writeFileSync(file, JSON.stringify({ ...wanted, serial: highest + 1 }), { mode: 0o600 });
  try {
    await terraform.pushState(file);
  } finally {
    rmSync(file, { force: true });
  }
  session.print(`${stack.name}: state of version ${version} restored`);
  session.print(`See what AWS has that it does not know, or the other way round: npx nx plan ${stack.app}`);
  return EXIT.ok;
}

/** A state pushed over that of other resources would forget all of them. */
function guardLineage(wanted: StateFile, newest: StateFile | undefined, version: string): void {
  if (typeof wanted.lineage !== 'string' || typeof wanted.serial !== 'number') {
    throw new SetupError(`Version ${version} is not a Terraform state. Nothing was restored.`);
  }
  if (newest === undefined || newest.lineage === wanted.lineage) return;
  throw new SetupError(
    `Version ${version} is the state of other resources: its lineage is ${wanted.lineage}, ` +
      `that of the newest version is ${newest.lineage}. Nothing was restored.`,
  );
}

const sameContent = (one: StateFile, other: StateFile | undefined): boolean =>
  JSON.stringify({ ...one, serial: 0 }) === JSON.stringify({ ...other, serial: 0 });

function table(versions: readonly StateVersion[]): string[] {
  if (versions.length === 0) return ['no version of the state: the stack was never applied'];
  return versions.map(({ id, modified, isLatest, state }) => {
    const content = `serial ${state.serial}  ${state.resources?.length ?? 0} resources`;
    return `${id}  ${modified}  ${content}${isLatest ? '  (current)' : ''}`;
  });
}
