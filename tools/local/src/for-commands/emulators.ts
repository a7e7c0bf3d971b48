import { type Environment } from '@gatehouse/environment';
import { type EmulatorRequest, type LocalEmulators, type Stack, type StartedEmulator } from '@gatehouse/terraform';
import { type Emulator, emulatorVersion, startEmulator } from '../emulator';
import { portOfSnapshot, type Restored, restoreSnapshot, saveSnapshot } from '../snapshot';
import { iamClient, s3Client } from '../up/aws-clients';
import { createBoundary } from '../up/boundary';
import { createStateBucket } from '../up/state-bucket';

/** Emulators for commands on emulated environments, where `npm start` does not run. */
export const emulators: LocalEmulators = { version: emulatorVersion, start };

async function start({ environments, printError, root }: EmulatorRequest): Promise<StartedEmulator> {
  const port = portOfSnapshot(root) ?? wishedPort(environments);
  const emulator = await startEmulator({ port, checkout: root, onRefusal: printError });
  try {
    const restored = await restoreSnapshot(emulator, { root });
    await createBuckets(emulator, environments);
    return new EmulatorOfCommand(root, emulator, restored);
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

class EmulatorOfCommand implements StartedEmulator {
  /** Of each app that the command is about. */
  private readonly stacks: Stack[] = [];

  constructor(
    private readonly root: string,
    private readonly emulator: Emulator,
    private readonly restored: Restored,
  ) {}

  get url(): string {
    return this.emulator.url;
  }

  get holds(): string {
    const { restored } = this;
    if (restored.restored) return 'it has what was applied last';
    return restored.why === undefined
      ? 'nothing is applied in it'
      : `nothing is applied in it, because the snapshot of the last one is not used (${restored.why})`;
  }

  async prepare(environment: Environment, stacks: readonly Stack[]): Promise<void> {
    this.stacks.push(...stacks);
    await createBoundary(iamClient(this.url, environment.region), environment, stacks);
  }

  async stop({ keep }: { readonly keep: boolean }): Promise<string | undefined> {
    try {
      return keep ? await this.save() : undefined;
    } finally {
      await this.emulator.stop();
    }
  }

  /** A command that did its work does not fail because of this. */
  private async save(): Promise<string> {
    const { emulator, restored, root, stacks } = this;
    try {
      await saveSnapshot(emulator, { root, stacks, ...(restored.restored && { restored: restored.facts }) });
      return 'Kept what is applied now for the next command, and for npm start.';
    } catch (error) {
      return `Could not keep what is applied now: ${(error as Error).message}. The next command does not find it.`;
    }
  }
}

/** What is synthesized for the port that an environment names is in the cache of Nx. */
function wishedPort([first]: readonly Environment[]): number | undefined {
  const port = first?.endpoint === undefined ? '' : new URL(first.endpoint).port;
  return port === '' ? undefined : Number(port);
}

/** Environments may share a bucket. */
async function createBuckets({ url }: Emulator, environments: readonly Environment[]): Promise<void> {
  const byName = new Map(environments.map(({ state }) => [state.bucket, state]));
  for (const state of byName.values()) await createStateBucket(s3Client(url, state.region), state);
}
