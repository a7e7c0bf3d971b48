import { UserError } from '@gatehouse/cli-kit';
import {
  emulatorEndpoint,
  findFolders,
  type LocalEmulators,
  readStackConfig,
  readStacks,
  type Stack,
  type StateFile,
  stateIn,
  synthesizeFolders,
  withEmulator,
} from '@gatehouse/terraform';
import { type Outputs } from './access';

/** An environment that is synthesized. */
export interface Synthesized {
  /** Of the app. */
  readonly folder: string;
  readonly stacks: readonly Stack[];
  /** Of the emulator that the environment is deployed into. */
  readonly endpoint?: string;
}

export interface Applied extends Pick<Synthesized, 'endpoint'> {
  readonly outputs: Outputs;
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
export const withApplied = <T>(
  emulators: LocalEmulators,
  about: InEnvironment,
  work: (applied: Applied) => Promise<T>,
): Promise<T> =>
  withSynthesized(emulators, about, async ({ endpoint, stacks }) => {
    const outputs: Record<string, Record<string, unknown>> = {};
    for (const stack of stacks) outputs[stack.name] = outputsIn(await stateIn(stack));
    return work({ outputs, endpoint });
  });

/** Does something with what an environment synthesizes; where that is an emulator, while one runs. */
export function withSynthesized<T>(
  emulators: LocalEmulators,
  { changes, command, environment, synth }: InEnvironment,
  work: (synthesized: Synthesized) => Promise<T>,
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
    const folder = folders[0]!;
    const stacks = readStacks(folder);
    const [first] = stacks;
    if (first === undefined) throw new UserError(`"${environment}" has no stack.`);
    return work({ folder, stacks, endpoint: emulatorEndpoint(readStackConfig(first)) });
  });
}

/** Values of the outputs in a state. */
export const outputsIn = (state: Pick<StateFile, 'outputs'> | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(state?.outputs ?? {}).map(([name, { value }]) => [name, value]));
