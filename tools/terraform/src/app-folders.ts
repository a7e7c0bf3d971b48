import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { findDirectory, listEnvironments } from '@gatehouse/environment';
import { SetupError } from './errors';
import { ENDPOINT_VARIABLE, ownEmulator } from './own-emulator';
import { processEnv } from './process-env';
import { runNx } from './run-nx';

interface AppOptions {
  readonly all?: boolean;
  readonly synth: boolean;
  readonly typecheck?: boolean;
}

/**
 * Folders of the apps of environments.
 *
 * @param given names (`dev`) or folders (`apps/dev`)
 * @param options.all every environment of the workspace, whatever is given @default false
 * @param options.synth synthesize them first; Nx takes from its cache what has not changed
 * @param options.typecheck refuse code with a wrong type too, for what is about to be applied @default false
 * @throws SetupError for none, and for an unknown one
 * @throws UserError with what Nx prints when one does not synthesize
 */
export async function appFolders(
  given: readonly string[],
  { all = false, synth, typecheck = false }: AppOptions,
): Promise<string[]> {
  const folders = (all ? listEnvironments() : given).map((each) => (isFolder(each) ? each : appOf(each)));
  if (folders.length === 0) throw new SetupError('Name an environment, such as dev, or --all.');
  if (synth) await synthesize(folders, typecheck);
  return folders;
}

/** The folder of the app of one environment. */
export async function appFolder(given: string, options: Omit<AppOptions, 'all'>): Promise<string> {
  const [folder = given] = await appFolders([given], options);
  return folder;
}

async function synthesize(folders: readonly string[], typecheck: boolean): Promise<void> {
  const names = folders.map((folder) => basename(resolve(folder)));
  console.error(`Synthesizing ${names.join(', ')}`);
  await runNx(
    dirname(findDirectory()),
    ['run-many', '-t', typecheck ? 'synth,typecheck' : 'synth', '-p', names.join()],
    endpointOf(folders),
  );
}

/** The emulator that `npm start` runs here, wherever its port is; unless a person names another one. */
function endpointOf(folders: readonly string[]): NodeJS.ProcessEnv {
  const [own] = folders.map(ownEmulator).filter((url) => url !== undefined);
  return own === undefined || processEnv()[ENDPOINT_VARIABLE] ? {} : { [ENDPOINT_VARIABLE]: own };
}

const isFolder = (given: string): boolean => /[\\/]/.test(given) || given === '.';

function appOf(name: string): string {
  const folder = join(dirname(findDirectory()), 'apps', name);
  if (existsSync(folder)) return folder;
  throw new SetupError(
    `"${name}": expected an environment, found no folder apps/${name}. There are ${listEnvironments().join(', ')}.`,
  );
}
