import { type Environment } from '@gatehouse/environment';
import { type EmulatorRequest, type LocalEmulators, type Stack, type StartedEmulator } from '@gatehouse/terraform';
import { type Emulator, emulatorVersion, startEmulator } from '../emulator';
import { iamClient, s3Client } from '../up/aws-clients';
import { createBoundary } from '../up/boundary';
import { createStateBucket } from '../up/state-bucket';

/** Emulators for commands on the local environment, where `npm start` does not run. */
export const emulators: LocalEmulators = { version: emulatorVersion, start };

async function start({ environments, printError, root }: EmulatorRequest): Promise<StartedEmulator> {
  const emulator = await startEmulator({ port: wishedPort(environments), checkout: root, onRefusal: printError });
  try {
    await createBuckets(emulator, environments);
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  return {
    url: emulator.url,
    holds: 'nothing is applied in it',
    prepare: (environment, stacks) => prepare(emulator, environment, stacks),
    stop: async () => {
      await emulator.stop();
      return undefined;
    },
  };
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

const prepare = ({ url }: Emulator, environment: Environment, stacks: readonly Stack[]): Promise<void> =>
  createBoundary(iamClient(url, environment.region), environment, stacks);
