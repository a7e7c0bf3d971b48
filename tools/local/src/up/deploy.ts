import { type Environment } from '@gatehouse/environment';
import { type Surface } from '@gatehouse/surface';
import {
  appliedSurface,
  noteEmulator,
  readStacks,
  readStates,
  takeTurn,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { describeExit, type Emulator, emulatorVersion, startEmulator } from '../emulator';
import { inWorkspace, workspaceRoot } from '../workspace';
import { iamClient, s3Client } from './aws-clients';
import { createBoundary } from './boundary';
import { deployStacks } from './deploy-stacks';
import { claim } from './one-at-a-time';
import { checkRequirements, type Tools } from './requirements';
import { createStateBucket } from './state-bucket';
import { synthesize } from './synthesize';

export const LOCAL = 'local';

/** Folder of the app that is deployed here. */
export const localApp = (): string => inWorkspace('apps', LOCAL);

export interface DeployOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default 4599 */
  readonly emulatorPort?: number;
  readonly reporter: Reporter;
}

/** The stacks of `local`, applied in an emulator. */
export interface Deployed {
  readonly binary: TerraformBinary;
  readonly emulator: Emulator;
  readonly stacks: readonly Stack[];
  readonly surface: Surface;
}

/** Starts an emulator and applies every stack in it. What is started goes on `cleanup` at once. */
export async function deploy(environment: Environment, cleanup: Cleanup, options: DeployOptions): Promise<Deployed> {
  const { reporter } = options;
  const app = localApp();
  cleanup.add('the claim on the checkout', claim(workspaceRoot));
  const free = await takeTurn(workspaceRoot, 'npm start', (text) => reporter.say(text));
  cleanup.add('the turn', free);
  const tools = await checkRequirements(reporter);
  const emulator = await openEmulator(tools, cleanup, options);
  const signal = abortWhenGone(emulator);
  const { state } = environment;
  await reporter.step(`State bucket ${state.bucket}`, () =>
    createStateBucket(s3Client(emulator.url, state.region), state),
  );
  await reporter.step(`Synthesize ${LOCAL}`, () => synthesize(app, emulator.url, signal));
  const stacks = readStacks(app);
  await reporter.step('Permissions boundary of roles', () =>
    createBoundary(iamClient(emulator.url, environment.region), environment, stacks),
  );
  const binary = tools.terraform;
  await deployStacks({ binary, stacks, reporter, signal });
  const surface = await surfaceOf(stacks, binary);
  free();
  return { binary, emulator, stacks, surface };
}

/** What is applied in these stacks. */
export const surfaceOf = async (stacks: readonly Stack[], binary: TerraformBinary): Promise<Surface> =>
  appliedSurface(await readStates(stacks, (stack) => new Terraform({ binary, stack })));

/** Terraform would retry a dead emulator for minutes. */
export function abortWhenGone(emulator: Emulator): AbortSignal {
  const controller = new AbortController();
  void emulator.exited.then((exit) => controller.abort(new Error(describeExit(exit))));
  return controller.signal;
}

function openEmulator(tools: Tools, cleanup: Cleanup, { emulatorPort, reporter }: DeployOptions): Promise<Emulator> {
  return reporter.step('AWS emulator', async (step) => {
    const started = await startEmulator({
      port: emulatorPort,
      emulator: tools.emulator,
      checkout: workspaceRoot,
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
