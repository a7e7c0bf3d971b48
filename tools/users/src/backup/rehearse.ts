import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { type Environment } from '@gatehouse/environment';
import { environmentApp, type LocalEmulators, shownPath, type StateFile, withEndpoint } from '@gatehouse/terraform';
import {
  type Backup,
  checkedOut,
  compareStates,
  emulatedStacks,
  movedText,
  newestBackup,
  readBackup,
  rehearseStates,
} from '@gatehouse/terraform/backup';
import { count } from '../count';
import { LOSSES } from '../losses';
import { type Synthesized } from '../outputs';
import { rehearseUsers } from './rehearse-users';

/**
 * Restores a backup into an emulator that is made for it, and says what came back.
 *
 * @param from folder of the backup @default - the newest of the app
 * @throws UserError when it is no backup of this environment, or not whole; nothing is restored then
 */
export async function rehearse(
  { endpoint, folder: app, stacks }: Synthesized,
  emulators: LocalEmulators,
  from?: string,
): Promise<ExitCode> {
  const { environment, name } = environmentApp(app);
  const backup = readBackup(resolve(from ?? newestBackup(app, name)), name, stacks);
  console.error(`${shownPath(backup.folder)}: whole, of ${backup.manifest.at}`);
  sayOtherCode(backup, resolve(app, '../..'));
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-rehearsal-'));
  const move = { account: environment.account, ...(endpoint !== undefined && { endpoint }) };
  const emulated = { ...moved(environment, { ...move, to: '' }), endpoint: undefined };
  const emulator = await emulators.start({ root, environments: [emulated], printError: console.error });
  try {
    const copies = emulatedStacks(app, join(root, 'apps', name), { ...move, to: emulator.url });
    await emulator.prepare(emulated, copies);
    const place = { endpoint: emulator.url, print: (line: string) => console.error(line) };
    const made = await withEndpoint(emulator.url, () => rehearseStates(backup, copies, place));
    const differences = [
      ...compareAll(backup, made),
      ...(await rehearseUsers(backup, made, { root, from: endpoint, to: emulator.url })),
    ];
    return conclude(differences);
  } finally {
    await emulator.stop({ keep: false });
    rmSync(root, { recursive: true, force: true });
  }
}

const moved = (environment: Environment, move: Parameters<typeof movedText>[1]): Environment =>
  JSON.parse(movedText(JSON.stringify(environment), move)) as Environment;

/** Resources that come and go between two commits are no fault of the backup. */
function sayOtherCode({ manifest: { changed, commit } }: Backup, root: string): void {
  const now = checkedOut(root);
  if (commit === null || (commit === now.commit && !changed && !now.changed)) return;
  const was = `${commit.slice(0, 12)}${changed ? ' with changes' : ''}`;
  const is = `${now.commit?.slice(0, 12) ?? 'no repository'}${now.changed ? ' with changes' : ''}`;
  console.error(`It was saved with the code of ${was}, this is ${is}: differences may come from that.`);
}

function compareAll({ states }: Backup, made: ReadonlyMap<string, StateFile | undefined>): string[] {
  const differences: string[] = [];
  for (const { saved, state } of states) {
    if (saved.stack === null || !made.has(saved.stack)) {
      const resources = (state.resources ?? []).filter(({ mode }) => mode === 'managed').length;
      if (resources > 0) differences.push(`${saved.key}: no stack has this state; check out the commit that had it.`);
      continue;
    }
    const found = compareStates(state, made.get(saved.stack));
    console.log(
      `${saved.stack}: ${count(found.resources, 'resource')} and ${count(found.outputs, 'output')} came back`,
    );
    if (found.otherValues.length > 0) console.log(`  with other ids, or a new secret: ${found.otherValues.join(', ')}`);
    differences.push(...found.differences.map((difference) => `${saved.stack}: ${difference}`));
  }
  return differences;
}

function conclude(differences: readonly string[]): ExitCode {
  console.log(LOSSES);
  for (const difference of differences) console.error(difference);
  console.log(
    differences.length === 0
      ? 'All that can be restored came back.'
      : `${count(differences.length, 'difference')} between the backup and what came back.`,
  );
  return differences.length === 0 ? EXIT.ok : EXIT.error;
}
