import { type Environment } from '@gatehouse/environment';
import { type Surface } from '@gatehouse/surface';
import { noteEmulator, readStacks, type Stack, takeTurn, type TerraformBinary } from '@gatehouse/terraform';
import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { describeExit, type Emulator, emulatorVersion, startEmulator } from '../emulator';
import { AppliedStates } from '../live/apply/applied-states';
import { type Facts, portOfSnapshot } from '../snapshot';
import { inWorkspace, workspaceRoot } from '../workspace';
import { iamClient, s3Client } from './aws-clients';
import { createBoundary } from './boundary';
import { deployStacks } from './deploy-stacks';
import { KeptMemory } from './kept-memory';
import { claim } from './one-at-a-time';
import { recall } from './recall';
import { checkRequirements, type Tools } from './requirements';
import { createStateBucket } from './state-bucket';
import { Synthesis } from './synthesis';

export const LOCAL = 'local';

/** Folder of the app that is deployed here. */
export const localApp = (): string => inWorkspace('apps', LOCAL);

export interface DeployOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default - that of the last start, or 4599 */
  readonly emulatorPort?: number;
  /** Applies all stacks in an empty emulator, whatever the last start left. @default false */
  readonly fresh?: boolean;
  readonly reporter: Reporter;
}

/** The stacks of `local`, applied in an emulator. */
export interface Deployed {
  readonly binary: TerraformBinary;
  readonly emulator: Emulator;
  readonly stacks: readonly Stack[];
  readonly surface: Surface;
  /** What `surface` was read from. */
  readonly states: AppliedStates;
  readonly memory: KeptMemory;
  /** What an earlier start left. @default - the stacks were applied by this one */
  readonly restored?: Facts;
}

/**
 * Starts an emulator, and restores in it what the last start left, or else applies every stack. What is started goes on `cleanup`
 * at once.
 */
export async function deploy(environment: Environment, cleanup: Cleanup, options: DeployOptions): Promise<Deployed> {
  const { fresh, reporter } = options;
  cleanup.add('the claim on the checkout', claim(workspaceRoot));
  const free = await takeTurn(workspaceRoot, 'npm start', (text) => reporter.say(text));
  cleanup.add('the turn', free);
  const tools = await checkRequirements(reporter);
  const synthesis = new Synthesis(localApp());
  cleanup.add('synthesis', () => synthesis.stop());
  const emulator = await openEmulator(tools, synthesis, cleanup, options);
  await reporter.step(`Synthesize ${LOCAL}`, () => synthesis.done());
  const stacks = readStacks(localApp());
  const binary = tools.terraform;
  const restored = await recall(emulator, stacks, { fresh, reporter });
  if (restored === undefined) await apply(environment, stacks, { binary, emulator, reporter });
  const memory = new KeptMemory(emulator, reporter, restored);
  cleanup.add('the memory of the emulator', () => memory.end());
  const states = new AppliedStates(s3Client(emulator.url, environment.state.region));
  const surface = await states.surface(stacks);
  free();
  return { binary, emulator, stacks, surface, states, memory, restored };
}

interface ApplyOptions extends Pick<Deployed, 'binary' | 'emulator'> {
  readonly reporter: Reporter;
}

/** Applies every stack in an emulator that is empty. */
async function apply(
  environment: Environment,
  stacks: readonly Stack[],
  { binary, emulator, reporter }: ApplyOptions,
): Promise<void> {
  const { region, state } = environment;
  await reporter.step(`State bucket ${state.bucket}`, () =>
    createStateBucket(s3Client(emulator.url, state.region), state),
  );
  await reporter.step('Permissions boundary of roles', () =>
    createBoundary(iamClient(emulator.url, region), environment, stacks),
  );
  await deployStacks({ binary, stacks, reporter, signal: abortWhenGone(emulator) });
}

/** Terraform would retry a dead emulator for minutes. */
export function abortWhenGone(emulator: Emulator): AbortSignal {
  const controller = new AbortController();
  void emulator.exited.then((exit) => controller.abort(new Error(describeExit(exit))));
  return controller.signal;
}

function openEmulator(
  tools: Tools,
  synthesis: Synthesis,
  cleanup: Cleanup,
  { emulatorPort, fresh, reporter }: DeployOptions,
): Promise<Emulator> {
  return reporter.step('AWS emulator', async (step) => {
    const started = await startEmulator({
      // On another port the stacks would have other JSON.
      port: emulatorPort ?? (fresh ? undefined : portOfSnapshot(workspaceRoot)),
      emulator: tools.emulator,
      checkout: workspaceRoot,
      onLaunch: (url) => synthesis.start(url),
      onCode: (line) => reporter.relay(line),
      onRefusal: (text) => reporter.say(text),
    });
    cleanup.add('the emulator', started.stop);
    const { instance, url } = started;
    cleanup.add('the note of the emulator', noteEmulator(workspaceRoot, { url, instance, version: emulatorVersion() }));
    step.found(`AWS emulator on ${started.url}`);
    return started;
  });
}
