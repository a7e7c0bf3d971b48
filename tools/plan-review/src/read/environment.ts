import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findDirectory, loadEnvironment, NoWorkspaceError, snapshotPath } from '@gatehouse/environment';
import {
  type KeptSchema,
  parseSnapshot,
  parseTerraformJson,
  UnreadableError,
  type Suppression,
  type SynthesizedStack,
  type Tier,
} from '@gatehouse/surface';
import { emulatorEndpoint, type Endpoints } from '@gatehouse/surface/emulator';
import { readProviderLock, type ProviderLock } from './provider-lock';
import { readText } from './text';

/** What an environment of this workspace knows of its stacks. */
export interface Workspace {
  readonly suppressions: readonly Suppression[];
  readonly tier: Tier;
  /** Absent: its pools hold nobody. */
  readonly kept?: KeptSchema;
  /** `cdk.tf.json` by stack name, as far as it is synthesized. */
  readonly synthesized: Readonly<Record<string, SynthesizedStack>>;
  /** Where each of them is synthesized, with the files that it takes over. */
  readonly directories: Readonly<Record<string, string>>;
  /** The providers of each stack's lock file, as far as it has one. */
  readonly locks: Readonly<Record<string, ProviderLock>>;
  /** `npx nx deploy` does. */
  readonly deploysAgain: true;
}

type ByStack = Readonly<Record<string, string>>;

interface PlanFiles {
  readonly files: ByStack;
  /** Why there is none. */
  readonly notPlanned: ByStack;
}

/**
 * What the environment file accepts, and where resources come from.
 *
 * @param directory the folder of environment files @default - found from the current folder upwards
 * @throws EnvironmentError the environment file is wrong
 * @throws UnreadableError the snapshot of its user pools, or a synthesized file, is damaged
 */
export function readWorkspace(name: string, directory = findDirectory()): Workspace {
  const { acknowledge, tier } = loadEnvironment(name, { directory });
  const synthesized = synthesizedStacks(appOf(name, directory));
  const holdsNobody =
    tier === 'local' || Object.values(synthesized).some((stack) => emulatorEndpoint(stack as Endpoints) !== undefined);
  return {
    suppressions: acknowledge,
    tier,
    synthesized,
    directories: directoriesOf(appOf(name, directory)),
    locks: locksOf(appOf(name, directory)),
    deploysAgain: true,
    ...(!holdsNobody && { kept: keptSchema(name, directory) }),
  };
}

/** The same for the workspace around the current folder; nothing outside of one, where an environment is only a name. */
export function findWorkspace(name: string): Workspace | undefined {
  try {
    return readWorkspace(name);
  } catch (error) {
    if (error instanceof NoWorkspaceError) return undefined;
    throw error;
  }
}

/**
 * The plans that `gatehouse plan` left for an environment, by stack. A stack without one was not planned.
 *
 * @throws UnreadableError nothing is synthesized
 */
export function planFilesOf(name: string, directory = findDirectory()): PlanFiles {
  const app = appOf(name, directory);
  const stacks = stackFolders(app);
  if (stacks.length === 0) {
    const where = shown(join(app, 'cdktf.out/stacks'));
    throw new UnreadableError(where, 'synthesized stacks', 'none', `Run "npx nx plan ${name}" first.`);
  }
  const files: Record<string, string> = {};
  const notPlanned: Record<string, string> = {};
  for (const stack of stacks) {
    const file = join(app, '.terraform-work', stack, 'plan.json');
    if (!existsSync(file)) {
      notPlanned[stack] =
        `No plan: a stack that it depends on is not applied yet, or "npx nx plan ${name}" failed or was not run.`;
    } else if (statSync(file).mtimeMs < statSync(configOf(app, stack)).mtimeMs) {
      notPlanned[stack] = `Synthesized again after its plan was made. Run "npx nx plan ${name}" again.`;
    } else {
      files[stack] = shown(file);
    }
  }
  return { files, notPlanned };
}

function keptSchema(environment: string, directory: string): KeptSchema {
  const file = snapshotPath(environment);
  const path = join(dirname(directory), file);
  return { environment, file, ...(existsSync(path) && { snapshot: parseSnapshot(readText(path), file) }) };
}

function synthesizedStacks(app: string): Record<string, SynthesizedStack> {
  return Object.fromEntries(
    stackFolders(app).map((stack) => {
      const file = configOf(app, stack);
      return [stack, parseTerraformJson(readText(file), shown(file)) as SynthesizedStack];
    }),
  );
}

const directoriesOf = (app: string): Record<string, string> =>
  Object.fromEntries(stackFolders(app).map((stack) => [stack, dirname(configOf(app, stack))]));

const locksOf = (app: string): Record<string, ProviderLock> =>
  Object.fromEntries(
    stackFolders(app).flatMap((stack) => {
      const lock = readProviderLock(dirname(configOf(app, stack)));
      return lock ? [[stack, lock]] : [];
    }),
  );

const appOf = (name: string, directory: string): string => join(dirname(directory), 'apps', name);

const configOf = (app: string, stack: string): string => join(app, 'cdktf.out/stacks', stack, 'cdk.tf.json');

function stackFolders(app: string): string[] {
  const folder = join(app, 'cdktf.out/stacks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((stack) => existsSync(configOf(app, stack)))
    .sort();
}

/** No path of the machine in what is printed. */
const shown = (file: string): string => relative(process.cwd(), file) || file;
