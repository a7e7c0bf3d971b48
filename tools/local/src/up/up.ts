import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
import { readStacks, type Stack, type TerraformBinary } from '@gatehouse/terraform';
import getPort from 'get-port';
import { type Cleanup } from '../cleanup';
import { describeExit, type Emulator, startEmulator } from '../emulator';
import { createTokenSigner, type Gateway, type TokenSigner } from '../gateway';
import { inWorkspace } from '../workspace';
import { cognitoClient, s3Client } from './aws-clients';
import { inventPerson, signUpAndConfirm } from './demo-user';
import { deployStack } from './deploy-stack';
import { type Facts, type MachineClient } from './facts';
import { readIdentity } from './identity';
import { claim } from './one-at-a-time';
import { Progress } from './progress';
import { checkRequirements } from './requirements';
import { serve } from './serve';
import { createStateBucket } from './state-bucket';
import { synthesize } from './synthesize';

export interface UpOptions {
  /** Wished port of the emulator; a free one is taken when it is in use. @default 4599 */
  readonly emulatorPort?: number;
  /** Wished port of the gateway; a free one is taken when it is in use. @default 4510 */
  readonly gatewayPort?: number;
  /** Gets each line of the stage's access log. */
  readonly onAccessLog: (line: string) => void;
}

/** The local environment, deployed and served. */
export interface Running {
  readonly facts: Facts;
  readonly machine: MachineClient;
  readonly environment: Environment;
  readonly cognito: CognitoIdentityProviderClient;
  readonly emulator: Emulator;
  readonly gateway: Gateway;
  /** Signs with a key that the gateway trusts, next to the emulator's. */
  readonly signer: TokenSigner;
  readonly stacks: readonly Stack[];
  readonly terraform: TerraformBinary;
}

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
  const { terraform, emulator, stacks } = await deploy(environment, progress, cleanup, options);
  const cognito = cognitoClient(emulator.url, environment.region);
  cleanup.add('the Cognito client', () => cognito.destroy());
  const signer = await createTokenSigner();
  const identity = await readIdentity(terraform, stacks);
  const gateway = await progress.step('Local gateway', async (step) => {
    const started = await serve({
      terraform,
      stacks,
      endpoint: emulator.url,
      cognito,
      signer,
      port: await getPort({ host: '127.0.0.1', port: options.gatewayPort ?? GATEWAY_PORT }),
      onAccessLog: options.onAccessLog,
    });
    cleanup.add('the gateway', started.close);
    step.found(`Local gateway on ${started.url}`);
    return started;
  });
  const { userPoolId, appClientId, machine } = identity;
  const demoUser = inventPerson('demo');
  await progress.step(`Demo user ${demoUser.email}`, () =>
    signUpAndConfirm(cognito, { userPoolId, clientId: appClientId }, demoUser),
  );
  const facts: Facts = {
    apiUrl: `${gateway.url}/${environment.api.stage}`,
    region: environment.region,
    userPoolId,
    appClientId,
    cognitoEndpoint: emulator.url,
    tokenUrl: gateway.tokenUrl,
    demoUser,
  };
  return { facts, machine, environment, cognito, emulator, gateway, signer, stacks, terraform };
}

/** Starts an emulator and applies every stack in it. */
async function deploy(
  environment: Environment,
  progress: Progress,
  cleanup: Cleanup,
  { emulatorPort }: UpOptions,
): Promise<Pick<Running, 'terraform' | 'emulator' | 'stacks'>> {
  const app = inWorkspace('apps', ENVIRONMENT);
  cleanup.add('the claim on the folder', claim(app));
  const tools = await checkRequirements(progress);
  const emulator = await progress.step('AWS emulator', async (step) => {
    const started = await startEmulator({ port: emulatorPort, emulator: tools.emulator });
    cleanup.add('the emulator', started.stop);
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
  return { terraform: tools.terraform, emulator, stacks };
}

/** Terraform would retry a dead emulator for minutes. */
function abortWhenGone(emulator: Emulator): AbortSignal {
  const controller = new AbortController();
  void emulator.exited.then((exit) => controller.abort(new Error(describeExit(exit))));
  return controller.signal;
}
