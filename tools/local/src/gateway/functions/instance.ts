import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { type LambdaFunction } from '@gatehouse/surface';
import { type InvocationFailure } from '../../bridge';
import { type RoleCredentials } from '../../emulator/caller';
import { type EmulatorFunction } from '../../emulator/function';
import { FunctionError } from './function-error';

/** Lambda gives the code outside the handler this long, apart from the function's timeout. */
const initMilliseconds = 10_000;

/** One execution environment: a worker thread that runs one invocation at a time. */
export type Instance = Readonly<Pick<WorkerInstance, 'invoke' | 'alive' | 'ready' | 'stop'>>;

interface Reply {
  readonly payload?: string;
  readonly error?: InvocationFailure;
  readonly ready?: true;
}

/** Where an instance runs. */
interface Place {
  /** Of the unpacked code. */
  readonly folder: string;
  /** @default - AWS itself, without credentials */
  readonly aws?: FunctionAws;
}

/** Where functions find AWS, and with which credentials. */
export interface FunctionAws {
  readonly endpoint: string;
  /** Of the function's role. */
  readonly credentialsOf: (functionArn: string) => Promise<RoleCredentials>;
  /**
   * A function that is in no state, without its code where `knownCode` is its SHA-256.
   *
   * @default - only functions of a state are called
   */
  readonly functionOf?: (functionArn: string, knownCode?: string) => Promise<EmulatorFunction>;
}

export const startInstance = (lambda: LambdaFunction, place: Place, onOutput: (line: string) => void): Instance =>
  new WorkerInstance(lambda, startWorker(lambda, place, onOutput), credentialsFor(lambda, place));

const credentialsFor = ({ arn }: LambdaFunction, { aws }: Place): Promise<RoleCredentials | undefined> =>
  aws ? aws.credentialsOf(arn) : Promise.resolve(undefined);

class WorkerInstance {
  /** True once the function's code is loaded. */
  ready = false;
  private dead = false;
  private credentialsUntil = Infinity;
  private settle: ((reply: Reply) => void) | undefined;
  private onReady: (() => void) | undefined;

  constructor(
    private readonly lambda: LambdaFunction,
    private readonly worker: Worker,
    credentials: Promise<RoleCredentials | undefined>,
  ) {
    credentials.then(
      (given) => this.load(given),
      (error: Error) => this.kill('crashed', `there are no credentials of its role: ${error.message}`),
    );
    const init = setTimeout(
      () => this.kill('timeout', `its code took longer than ${initMilliseconds} ms to load`),
      initMilliseconds,
    );
    worker.on('message', (reply: Reply) => {
      if (!reply.ready) return this.settle?.(reply);
      clearTimeout(init);
      this.ready = true;
      this.onReady?.();
    });
    worker.on('error', (error) => this.die('crashed', `it crashed: ${error.message}`));
    worker.on('exit', (code) => {
      clearTimeout(init);
      this.die('crashed', `it exited with code ${code} before it answered`);
    });
  }

  /** False once it has crashed, timed out or been stopped, or when its credentials end before a call could. */
  get alive(): boolean {
    return !this.dead && Date.now() + this.lambda.timeout * 1000 < this.credentialsUntil;
  }

  /**
   * The function's result as JSON; rejects with a FunctionError.
   *
   * @param atMost milliseconds that the caller waits
   */
  async invoke(event: string, atMost = Infinity): Promise<string> {
    const milliseconds = Math.min(this.lambda.timeout * 1000, atMost);
    let late: NodeJS.Timeout | undefined;
    const run = (): void => {
      const text = `Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`;
      late = setTimeout(() => this.kill('timeout', text), milliseconds);
      this.worker.postMessage({ id: randomUUID(), event, deadline: Date.now() + milliseconds });
    };
    const { payload, error } = await new Promise<Reply>((resolve) => {
      this.settle = resolve;
      if (this.ready) run();
      else this.onReady = run;
    });
    clearTimeout(late);
    this.settle = undefined;
    if (payload === undefined) throw new FunctionError(`function ${this.lambda.name}: ${reasonOf(error)}`, error);
    return payload;
  }

  async stop(): Promise<void> {
    this.die('crashed', 'the gateway stopped it');
    await this.worker.terminate();
  }

  private load(credentials: RoleCredentials | undefined): void {
    if (credentials) this.credentialsUntil = Date.parse(credentials.expiration);
    this.worker.postMessage({ variables: credentials ? variablesOf(credentials) : {} });
  }

  private die(kind: InvocationFailure['kind'], message: string): void {
    this.dead = true;
    this.settle?.({ error: { kind, name: kind === 'timeout' ? 'Sandbox.Timedout' : 'Runtime.ExitError', message } });
  }

  private kill(kind: InvocationFailure['kind'], message: string): void {
    this.die(kind, message);
    void this.worker.terminate();
  }
}

const reasonOf = (error?: InvocationFailure) =>
  error?.kind === 'thrown' ? `${error.name}: ${error.message}` : error?.message;

function startWorker(lambda: LambdaFunction, place: Place, onOutput: (line: string) => void): Worker {
  const { handler, name: functionName, arn: functionArn, memory } = lambda;
  const worker = new Worker(join(__dirname, 'worker.js'), {
    env: environment(lambda, place),
    // Without this a thread also gets the loaders of this process, and they would rewrite the function's code.
    execArgv: [],
    workerData: { folder: place.folder, handler, functionName, functionArn, memory, endpoint: place.aws?.endpoint },
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr])
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', onOutput);
  return worker;
}

/**
 * The function's own variables and the ones that the Lambda runtime sets; nothing of this process.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
function environment(lambda: LambdaFunction, { aws, folder }: Place): Record<string, string> {
  const region = lambda.arn.split(':')[3] as string;
  return {
    ...lambda.environment,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: lambda.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memory),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${lambda.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: lambda.handler,
    TZ: ':UTC',
    ...(aws && ofEmulator(aws.endpoint)),
  };
}

const variablesOf = ({ accessKeyId, secretAccessKey, sessionToken }: RoleCredentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_SESSION_TOKEN: sessionToken,
});

/** AWS's SDKs ask the emulator. */
const ofEmulator = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  // It would warn of the Node.js of this machine, which is not the runtime of the function.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});
