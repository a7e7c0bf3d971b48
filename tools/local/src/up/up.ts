import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Environment, loadEnvironment, loadLocalUsers } from '@gatehouse/environment';
import { type Surface } from '@gatehouse/surface';
import {
  appliedSurface,
  clientConfig,
  noteEmulator,
  poolsByName,
  readStacks,
  readStates,
  type Stack,
  Terraform,
} from '@gatehouse/terraform';
import { type Cleanup } from '../cleanup';
import { describeExit, type Emulator, startEmulator } from '../emulator';
import { type FrontDoor, startFrontDoor } from '../front-door';
import { type Gateway } from '../gateway';
import { inWorkspace, workspaceRoot } from '../workspace';
import { cognitoClient, iamClient, s3Client } from './aws-clients';
import { createBoundary } from './boundary';
import { secretOf } from './client-secret';
import { addUsers, type PoolAccess } from './demo-users';
import { deployStacks } from './deploy-stacks';
import { USERS_FILE } from './file-users';
import { type Machine, readMachines } from './machines';
import { claim } from './one-at-a-time';
import { type Outputs } from './outputs';
import { Progress } from './progress';
import { checkRequirements } from './requirements';
import { serve } from './serve';
import { servedAt } from './served-at';
import { signAs, type SignAs } from './sign-as';
import { createStateBucket } from './state-bucket';
import { synthesize } from './synthesize';

export interface UpOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default 4599 */
  readonly emulatorPort?: number;
  /** Wished port of the first API, the next ones follow; a free one is taken when it is in use. @default 4510 */
  readonly gatewayPort?: number;
  /** Gets each line of the stage's access log, and one for each code that Cognito would send. */
  readonly onAccessLog: (line: string) => void;
}

/** The local environment, deployed and served. */
export interface Running {
  readonly environment: Environment;
  /** What is applied in all of its stacks. */
  readonly surface: Surface;
  readonly outputs: Outputs;
  readonly pools: readonly PoolAccess[];
  readonly machines: readonly Machine[];
  readonly cognito: CognitoIdentityProviderClient;
  readonly emulator: Emulator;
  readonly gateway: Gateway;
  readonly frontDoor: FrontDoor;
  /** Signs claims with the key of a user pool. */
  readonly sign: SignAs;
}

type Deployed = Pick<Running, 'emulator' | 'surface'> & { readonly stacks: readonly Stack[] };

const ENVIRONMENT = 'local';
const GATEWAY_PORT = 4510;
const FRONT_DOOR_PORT = 4540;

/**
 * Deploys `local` with real Terraform into an emulator and serves what was applied. What is started goes on `cleanup`
 * at once, so that a failure halfway leaves nothing behind.
 *
 * @throws an error whose message says what failed, why, and what to do
 */
export async function up(cleanup: Cleanup, options: UpOptions): Promise<Running> {
  const environment = loadEnvironment(ENVIRONMENT);
  // Before anything is started: a mistake in the file is found at once.
  const users = loadLocalUsers(inWorkspace(USERS_FILE), USERS_FILE);
  const progress = new Progress();
  const deployed = await deploy(environment, progress, cleanup, options);
  const { emulator, surface } = deployed;
  const cognito = cognitoClient(emulator.url, environment.region);
  cleanup.add('the Cognito client', () => cognito.destroy());
  const clientSecret = secretOf(cognito);
  const gateway = await progress.step('Local gateway', async (step) => {
    const { gatewayPort = GATEWAY_PORT, onAccessLog } = options;
    const [endpoint, region] = [emulator.url, environment.region];
    const started = await serve({ ...deployed, endpoint, region, port: gatewayPort, onAccessLog });
    cleanup.add('the gateway', started.close);
    deployed.emulator.bridge.serveFunctions(started.invoke);
    step.found(servedAt([started.url, ...surface.apis.map(started.urlOf)], surface));
    return started;
  });
  const frontDoor = await openFrontDoor(deployed, progress, cleanup, options.onAccessLog);
  const pools = await progress.step('Users', async (step) => {
    const made = await addUsers(cognito, surface, poolsByName(environment, surface), clientSecret, users);
    step.found(`Users: ${made.map(({ name, people }) => `${usernames(people)} in ${name}`).join('; ') || 'none'}`);
    return made;
  });
  const machines = await readMachines(surface, clientSecret);
  const outputs = outputsOf(environment, { surface, emulator, gateway, frontDoor, pools });
  const sign = signAs(emulator);
  return { environment, surface, outputs, pools, machines, cognito, emulator, gateway, frontDoor, sign };
}

const usernames = (people: PoolAccess['people']): string => people.map(({ username }) => username).join(', ');

function outputsOf(
  environment: Environment,
  {
    emulator,
    frontDoor,
    gateway,
    pools,
    surface,
  }: Pick<Running, 'emulator' | 'frontDoor' | 'gateway' | 'pools' | 'surface'>,
): Outputs {
  const users = pools.map(({ demoUser: { username, password }, name }) => [name, { username, password }]);
  const config = clientConfig(environment, surface, (api, stage) => `${gateway.urlOf(api)}/${stage.name}`);
  const userPools = Object.entries(config.userPools).map(([name, pool]) => {
    return [name, { ...pool, domain: frontDoor.urlOf(pool.id) }] as const;
  });
  return {
    ...config,
    userPools: Object.fromEntries(userPools),
    cognitoEndpoint: emulator.url,
    demoUsers: Object.fromEntries(users) as Outputs['demoUsers'],
  };
}

/** Sign-in pages and OAuth endpoints of each pool, on ports next to the APIs'. */
function openFrontDoor(
  { emulator, surface }: Deployed,
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

/** Starts an emulator and applies every stack in it. */
async function deploy(
  environment: Environment,
  progress: Progress,
  cleanup: Cleanup,
  { emulatorPort, onAccessLog }: UpOptions,
): Promise<Deployed> {
  const app = inWorkspace('apps', ENVIRONMENT);
  cleanup.add('the claim on the folder', claim(app));
  const tools = await checkRequirements(progress);
  const emulator = await progress.step('AWS emulator', async (step) => {
    const started = await startEmulator({
      port: emulatorPort,
      emulator: tools.emulator,
      checkout: workspaceRoot,
      onCode: onAccessLog,
    });
    cleanup.add('the emulator', started.stop);
    cleanup.add('the note of the emulator', noteEmulator(app, started.url));
    step.found(`AWS emulator on ${started.url}`);
    return started;
  });
  const signal = abortWhenGone(emulator);
  const { state } = environment;
  await progress.step(`State bucket ${state.bucket}`, () =>
    createStateBucket(s3Client(emulator.url, state.region), state),
  );
  await progress.step(`Synthesize ${ENVIRONMENT}`, () => synthesize(app, emulator.url, signal));
  const stacks = readStacks(app);
  await progress.step('Permissions boundary of roles', () =>
    createBoundary(iamClient(emulator.url, environment.region), environment, stacks),
  );
  await deployStacks({ binary: tools.terraform, stacks, progress, signal });
  const states = await readStates(stacks, (stack) => new Terraform({ binary: tools.terraform, stack }));
  return { emulator, stacks, surface: appliedSurface(states) };
}

/** Terraform would retry a dead emulator for minutes. */
function abortWhenGone(emulator: Emulator): AbortSignal {
  const controller = new AbortController();
  void emulator.exited.then((exit) => controller.abort(new Error(describeExit(exit))));
  return controller.signal;
}
