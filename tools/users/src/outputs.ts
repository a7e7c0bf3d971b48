import { UserError } from '@gatehouse/cli-kit';
import {
  emulatorEndpoint,
  findFolders,
  type LocalEmulators,
  readStackConfig,
  readStacks,
  stateIn,
  synthesizeFolders,
  withEmulator,
} from '@gatehouse/terraform';
import { type Outputs } from './access';

export interface Applied {
  readonly outputs: Outputs;
  /** Of the emulator that the environment is deployed into. */
  readonly endpoint?: string;
}

export interface InEnvironment {
  readonly environment: string;
  /** Of the command line. */
  readonly command: string;
  readonly synth: boolean;
  /** Whether users may be other ones afterwards. */
  readonly changes: boolean;
}

/** Does something with what is applied in an environment; where that is an emulator, while one runs. */
export function withApplied<T>(
  emulators: LocalEmulators,
  { changes, command, environment, synth }: InEnvironment,
  work: (applied: Applied) => Promise<T>,
): Promise<T> {
  const folders = findFolders([environment]);
  const use = {
    emulators,
    folders,
    command: `gatehouse ${command} ${environment}`,
    changes,
    printError: console.error,
  };
  return withEmulator(use, async ({ prepare }) => {
    await synthesizeFolders(folders, { synth });
    await prepare();
    return work(await readApplied(environment, folders[0]!));
  });
}

async function readApplied(environment: string, folder: string): Promise<Applied> {
  const stacks = readStacks(folder);
  const outputs: Record<string, Record<string, unknown>> = {};
  for (const stack of stacks) {
    const state = await stateIn(stack);
    const values = Object.entries(state?.outputs ?? {}).map(([name, { value }]) => [name, value]);
    outputs[stack.name] = Object.fromEntries(values) as Record<string, unknown>;
  }
  const [first] = stacks;
  if (first === undefined) throw new UserError(`"${environment}" has no stack.`);
  return { outputs, endpoint: emulatorEndpoint(readStackConfig(first)) };
}
