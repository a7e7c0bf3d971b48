import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
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
import { createTokenSigner, type Gateway, type TokenSigner } from '../gateway';
import { inWorkspace, workspaceRoot } from '../workspace';
import { cognitoClient, s3Client } from './aws-clients';
import { addDemoUsers, type PoolAccess } from './demo-users';
import { deployStack } from './deploy-stack';
import { type Machine, readMachines } from './machines';
import { claim } from './one-at-a-time';
import { type Outputs } from './outputs';
import { Progress } from './progress';
import { checkRequirements } from './requirements';
import { secretOf, serve } from './serve';
import { servedAt } from './served-at';
import { createStateBucket } from './state-bucket';
import { synthesize } from './synthesize';

export interface UpOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default 4599 */
  readonly emulatorPort?: number;
  /** Wished port of the first API, the next ones follow; a free one is taken when it is in use. @default 4510 */
  readonly gatewayPort?: number;
  /** Gets each line of the stage's access log. */
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
  /** Signs with a key that the gateway trusts, next to the emulator's. */
  readonly signer: TokenSigner;
}

type Deployed = Pick<Running, 'emulator' | 'surface'> & { readonly stacks: readonly Stack[] };

const ENVIRONMENT = 'local';
const GATEWAY_PORT = 4510;

/**
 * Deploys `local` with real Terraform into an emulator and serves what was applied. What is started goes on `cleanup`
 * at once, so that a failure halfway leaves nothing behind.
 *
 * @throws an error whose message says what failed, why, and what to do
 */
export async function up(cleanup: Cleanup, options: UpOptions): Promise<Running> {
  const environment = loadEnvironment(ENVIRONMENT);
  const progress = new Progress();
  const deployed = await deploy(environment, progress, cleanup, options);
  const { emulator, surface } = deployed;
  const cognito = cognitoClient(emulator.url, environment.region);
  cleanup.add('the Cognito client', () => cognito.destroy());
  const clientSecret = secretOf(cognito);
  const signer = await createTokenSigner();
  const gateway = await progress.step('Local gateway', async (step) => {
    const { gatewayPort = GATEWAY_PORT, onAccessLog } = options;
    const [endpoint, region] = [emulator.url, environment.region];
    const started = await serve({
      ...deployed,
      endpoint,
      region,
      clientSecret,
      signer,
      port: gatewayPort,
      onAccessLog,
    });
    cleanup.add('the gateway', started.close);
    deployed.emulator.bridge.serveFunctions(started.invoke);
    step.found(servedAt([started.url, ...surface.apis.map(started.urlOf)], surface));
    return started;
  });
  const pools = await progress.step('Demo users', async (step) => {
    const made = await addDemoUsers(cognito, surface, poolsByName(environment, surface), clientSecret);
    step.found(
      `Demo users: ${made.map(({ demoUser, name }) => `${demoUser.username} in ${name}`).join(', ') || 'none'}`,
    );
    return made;
  });
  const machines = await readMachines(surface, clientSecret);
  const outputs = outputsOf(environment, { surface, emulator, gateway, pools });
  return { environment, surface, outputs, pools, machines, cognito, emulator, gateway, signer };
}

function outputsOf(
  environment: Environment,
  { emulator, gateway, pools, surface }: Pick<Running, 'emulator' | 'gateway' | 'pools' | 'surface'>,
): Outputs {
  const users = pools.map(({ demoUser: { username, password }, name }) => [name, { username, password }]);
  return {
    ...clientConfig(environment, surface, (api, stage) => `${gateway.urlOf(api)}/${stage.name}`),
    cognitoEndpoint: emulator.url,
    tokenUrl: gateway.tokenUrl,
    demoUsers: Object.fromEntries(users) as Outputs['demoUsers'],
  };
}

/** Starts an emulator and applies every stack in it. */
async function deploy(
  environment: Environment,
  progress: Progress,
  cleanup: Cleanup,
  { emulatorPort }: UpOptions,
): Promise<Deployed> {
  const app = inWorkspace('apps', ENVIRONMENT);
  cleanup.add('the claim on the folder', claim(app));
  const tools = await checkRequirements(progress);
  const emulator = await progress.step('AWS emulator', async (step) => {
    const started = await startEmulator({ port: emulatorPort, emulator: tools.emulator, checkout: workspaceRoot });
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
  for (const stack of stacks) {
    await progress.step(`Deploy ${stack.name}`, (step) => deployStack(tools.terraform, stack, step, signal));
  }
  const states = await readStates(stacks, (stack) => new Terraform({ binary: tools.terraform, stack }));
  return { emulator, stacks, surface: appliedSurface(states) };
}

/** Terraform would retry a dead emulator for minutes. */
function abortWhenGone(emulator: Emulator): AbortSignal {
  const controller = new AbortController();
  void emulator.exited.then((exit) => controller.abort(new Error(describeExit(exit))));
  return controller.signal;
}
