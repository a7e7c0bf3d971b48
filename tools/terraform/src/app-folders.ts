import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { findDirectory, listEnvironments } from '@gatehouse/environment';
import { SetupError } from './errors';
import { ENDPOINT_VARIABLE, ownEmulator } from './own-emulator';
import { processEnv } from './process-env';
import { runNx } from './run-nx';
import { emulatorEndpoint, readStackConfig } from './stack-config';
import { readStacks } from './stacks';

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
 * @param options.synth synthesize them first; Nx takes from its cache what has not changed. Without it too when `npm start` runs
 * here on another port than is synthesized: a task of Nx does not know the port.
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
  const stale = synth ? folders : folders.filter(isForAnotherEmulator);
  if (stale.length > 0) await synthesize(stale, typecheck);
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
  const [own] = folders.map(runningEmulator).filter((url) => url !== undefined);
  return own === undefined ? {} : { [ENDPOINT_VARIABLE]: own };
}

function isForAnotherEmulator(folder: string): boolean {
  const own = runningEmulator(folder);
  return own !== undefined && readStacks(folder).some((stack) => emulatorEndpoint(readStackConfig(stack)) !== own);
}

const runningEmulator = (folder: string): string | undefined =>
  processEnv()[ENDPOINT_VARIABLE] ? undefined : ownEmulator(folder);

const isFolder = (given: string): boolean => /[\\/]/.test(given) || given === '.';

function appOf(name: string): string {
  const folder = join(dirname(findDirectory()), 'apps', name);
  if (existsSync(folder)) return folder;
  throw new SetupError(
    `"${name}": expected an environment, found no folder apps/${name}. There are ${listEnvironments().join(', ')}.`,
  );
}
