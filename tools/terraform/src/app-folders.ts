import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { findDirectory, listEnvironments } from '@gatehouse/environment';
import { SetupError } from './errors';
import { chosenEndpoint } from './emulator/endpoint-variable';
import { runNx } from './run-nx';
import { emulatorEndpoint, readStackConfig } from './stack-config';
import { readStacks } from './stacks';

interface SynthOptions {
  readonly synth: boolean;
  readonly typecheck?: boolean;
}

/**
 * Folders of the apps of environments.
 *
 * @param given names (`dev`) or folders (`apps/dev`)
 * @param options.all every environment of the workspace, whatever is given @default false
 * @throws SetupError for none, and for an unknown one
 */
export function findFolders(given: readonly string[], { all = false }: { readonly all?: boolean } = {}): string[] {
  const folders = (all ? listEnvironments() : given).map((each) => (isFolder(each) ? each : appOf(each)));
  if (folders.length === 0) throw new SetupError('Name an environment, such as dev, or --all.');
  return folders;
}

/**
 * Synthesizes apps; Nx takes from its cache what has not changed.
 *
 * @param options.synth without it only what is synthesized for another emulator than the one that is meant
 * @param options.typecheck refuse code with a wrong type too, for what is about to be applied @default false
 * @throws UserError with what Nx prints when one does not synthesize
 */
export async function synthesizeFolders(
  folders: readonly string[],
  { synth, typecheck = false }: SynthOptions,
): Promise<void> {
  const stale = synth ? folders : folders.filter(isForAnotherEmulator);
  if (stale.length > 0) await synthesize(stale, typecheck);
}

/** The folder of the app of one environment, synthesized. */
export async function appFolder(given: string, options: SynthOptions): Promise<string> {
  const [folder = given] = findFolders([given]);
  await synthesizeFolders([folder], options);
  return folder;
}

async function synthesize(folders: readonly string[], typecheck: boolean): Promise<void> {
  const names = folders.map((folder) => basename(resolve(folder)));
  console.error(`Synthesizing ${names.join(', ')}`);
  const targets = typecheck ? 'synth,typecheck' : 'synth';
  await runNx(dirname(findDirectory()), ['run-many', '-t', targets, '-p', names.join()]);
}

/** The synthesized JSON names an emulator; a task of Nx, and one that came from its cache, may have another than is meant now. */
function isForAnotherEmulator(folder: string): boolean {
  const chosen = chosenEndpoint();
  // What is not synthesized at all is reported by what reads it.
  if (chosen === undefined || !existsSync(join(folder, 'cdktf.out'))) return false;
  const named = readStacks(folder).map((stack) => emulatorEndpoint(readStackConfig(stack)));
  return named.some((endpoint) => endpoint !== undefined && endpoint !== chosen);
}

const isFolder = (given: string): boolean => /[\\/]/.test(given) || given === '.';

function appOf(name: string): string {
  const folder = join(dirname(findDirectory()), 'apps', name);
  if (existsSync(folder)) return folder;
  throw new SetupError(
    `"${name}": expected an environment, found no folder apps/${name}. There are ${listEnvironments().join(', ')}.`,
  );
}
