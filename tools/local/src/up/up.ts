import { loadEnvironment, loadLocalUsers } from '@gatehouse/environment';
import { type Cleanup } from '../cleanup';
import { type FrontDoor, startFrontDoor } from '../front-door';
import { type Gateway } from '../gateway';
import { type Running } from '../live/running';
import { inWorkspace } from '../workspace';
import { cognitoClient } from './aws-clients';
import { deploy, type Deployed, LOCAL } from './deploy';
import { type PoolAccess } from './demo-users';
import { USERS_FILE } from './file-users';
import { Progress } from './progress';
import { runningOf } from './running-of';
import { serve } from './serve';
import { servedAt } from './served-at';

export interface UpOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default 4599 */
  readonly emulatorPort?: number;
  /** Wished port of the first API, the next ones follow; a free one is taken when it is in use. @default 4510 */
  readonly gatewayPort?: number;
  /** Gets each line of the stage's access log, and one for each code that Cognito would send. */
  readonly onAccessLog: (line: string) => void;
}

/** The local environment as it was started, and what a reload needs besides. */
export interface Up extends Pick<Deployed, 'binary'> {
  readonly running: Running;
}

const GATEWAY_PORT = 4510;
const FRONT_DOOR_PORT = 4540;

/**
 * Deploys `local` with real Terraform into an emulator and serves what was applied. What is started goes on `cleanup`
 * at once, so that a failure halfway leaves nothing behind.
 *
 * @throws an error whose message says what failed, why, and what to do
 */
export async function up(cleanup: Cleanup, options: UpOptions): Promise<Up> {
  const { emulatorPort, onAccessLog } = options;
  const environment = loadEnvironment(LOCAL);
  // Before anything is started: a mistake in the file is found at once.
  const users = loadLocalUsers(inWorkspace(USERS_FILE), USERS_FILE);
  const progress = new Progress();
  const { binary, ...deployed } = await deploy(environment, progress, cleanup, { emulatorPort, onCode: onAccessLog });
  const cognito = cognitoClient(deployed.emulator.url, environment.region);
  cleanup.add('the Cognito client', () => cognito.destroy());
  const gateway = await openGateway(deployed, environment.region, progress, cleanup, options);
  const frontDoor = await openFrontDoor(deployed, progress, cleanup, onAccessLog);
  const running = await progress.step('Users', async (step) => {
    const known = await runningOf({ ...deployed, environment, cognito, gateway, frontDoor }, users);
    step.found(`Users: ${known.pools.map(describePool).join('; ') || 'none'}`);
    return known;
  });
  return { running, binary };
}

const describePool = ({ name, people }: PoolAccess): string =>
  `${people.map(({ username }) => username).join(', ')} in ${name}`;

type Applied = Omit<Deployed, 'binary'>;

function openGateway(
  deployed: Applied,
  region: string,
  progress: Progress,
  cleanup: Cleanup,
  { gatewayPort = GATEWAY_PORT, onAccessLog }: UpOptions,
): Promise<Gateway> {
  const { emulator, surface } = deployed;
  return progress.step('Local gateway', async (step) => {
    const started = await serve({ ...deployed, endpoint: emulator.url, region, port: gatewayPort, onAccessLog });
    cleanup.add('the gateway', started.close);
    emulator.bridge.serveFunctions(started.invoke);
    step.found(servedAt([started.url, ...surface.apis.map(started.urlOf)], surface));
    return started;
  });
}

/** Sign-in pages and OAuth endpoints of each pool, on ports next to the APIs'. */
function openFrontDoor(
  { emulator, surface }: Applied,
  progress: Progress,
  cleanup: Cleanup,
  onRefusal: (message: string) => void,
): Promise<FrontDoor> {
  return progress.step('Sign-in pages', async (step) => {
    const pools = surface.userPools.map(({ id }) => id);
    const started = await startFrontDoor({ emulator, pools, port: FRONT_DOOR_PORT, onRefusal });
    cleanup.add('the sign-in pages', started.close);
    step.found(`Sign-in pages on ${pools.map(started.urlOf).join(', ') || 'no port: there is no user pool'}`);
    return started;
  });
}
