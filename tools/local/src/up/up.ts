import { loadEnvironment, loadLocalUsers } from '@gatehouse/environment';
import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { type FrontDoor, startFrontDoor } from '../front-door';
import { type Gateway, isServed } from '../gateway';
import { type Running } from '../live/running';
import { type HandledRequest } from '../requests-log';
import { inWorkspace } from '../workspace';
import { cognitoClient } from './aws-clients';
import { deploy, type Deployed, LOCAL } from './deploy';
import { type PoolAccess } from './demo-users';
import { USERS_FILE } from './file-users';
import { runningOf } from './running-of';
import { serve } from './serve';
import { servedAt } from './served-at';

export interface UpOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default - that of the last start, or 4599 */
  readonly emulatorPort?: number;
  /** Applies all stacks in an empty emulator, whatever the last start left. @default false */
  readonly fresh?: boolean;
  /** Wished port of the first API, the next ones follow; a free one is taken when it is in use. @default 4510 */
  readonly gatewayPort?: number;
  readonly reporter: Reporter;
  /** Functions are renewed by who watches the sources, not by the next call. @default false */
  readonly watched?: boolean;
  /** Each request when it is answered. */
  readonly onRequest: (request: HandledRequest) => void;
  /** Gets each line of the stages' access logs. */
  readonly onAccessLog: (line: string) => void;
}

/** The local environment as it was started, and what a reload needs besides. */
export interface Up extends Pick<Deployed, 'binary' | 'memory' | 'states'> {
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
  const { reporter } = options;
  const environment = loadEnvironment(LOCAL);
  // Before anything is started: a mistake in the file is found at once.
  const users = loadLocalUsers(inWorkspace(USERS_FILE), USERS_FILE);
  const { binary, memory, restored, states, ...deployed } = await deploy(environment, cleanup, options);
  const cognito = cognitoClient(deployed.emulator.url, environment.region);
  cleanup.add('the Cognito client', () => cognito.destroy());
  const gateway = await openGateway(deployed, environment.region, cleanup, options);
  const frontDoor = await openFrontDoor(deployed, cleanup, reporter);
  const running = await reporter.step('Users', async (step) => {
    const known = await runningOf(
      { ...deployed, environment, cognito, gateway, frontDoor, knownUsers: restored?.users ?? {} },
      users,
    );
    step.found(`Users: ${known.pools.map(describePool).join('; ') || 'none'}`);
    return known;
  });
  if (restored === undefined) await memory.save(running);
  return { running, binary, memory, states };
}

const describePool = ({ name, people }: PoolAccess): string =>
  `${people.map(({ username }) => username).join(', ')} in ${name}`;

type Applied = Pick<Deployed, 'emulator' | 'stacks' | 'surface'>;

function openGateway(
  deployed: Applied,
  region: string,
  cleanup: Cleanup,
  { gatewayPort = GATEWAY_PORT, ...options }: UpOptions,
): Promise<Gateway> {
  const { emulator, surface } = deployed;
  return options.reporter.step('Local gateway', async (step) => {
    const started = await serve({ ...options, ...deployed, endpoint: emulator.url, region, port: gatewayPort });
    cleanup.add('the gateway', started.close);
    emulator.bridge.serveFunctions(started.invoke);
    step.found(
      servedAt([started.url, ...[...surface.apis, ...surface.httpApis.filter(isServed)].map(started.urlOf)], surface),
    );
    return started;
  });
}

/** Sign-in pages and OAuth endpoints of each pool, on ports next to the APIs'. */
function openFrontDoor({ emulator, surface }: Applied, cleanup: Cleanup, reporter: Reporter): Promise<FrontDoor> {
  return reporter.step('Sign-in pages', async (step) => {
    const pools = surface.userPools.map(({ id }) => id);
    const started = await startFrontDoor({
      emulator,
      pools,
      port: FRONT_DOOR_PORT,
      onRefusal: (line) => reporter.relay(line),
    });
    cleanup.add('the sign-in pages', started.close);
    step.found(`Sign-in pages on ${pools.map(started.urlOf).join(', ') || 'no port: there is no user pool'}`);
    return started;
  });
}
