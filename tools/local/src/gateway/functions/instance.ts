import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { type LambdaFunction } from '@gatehouse/surface';
import { type InvocationFailure } from '../../bridge';
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
  /** @default - AWS */
  readonly awsEndpoint?: string;
}

export const startInstance = (lambda: LambdaFunction, place: Place, onOutput: (line: string) => void): Instance =>
  new WorkerInstance(lambda, startWorker(lambda, place, onOutput));

class WorkerInstance {
  /** False once it has crashed, timed out or been stopped. */
  alive = true;
  /** True once the function's code is loaded. */
  ready = false;
  private settle: ((reply: Reply) => void) | undefined;
  private onReady: (() => void) | undefined;

  constructor(
    private readonly lambda: LambdaFunction,
    private readonly worker: Worker,
  ) {
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

  private die(kind: InvocationFailure['kind'], message: string): void {
    this.alive = false;
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
    workerData: { ...place, handler, functionName, functionArn, memory },
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
function environment(lambda: LambdaFunction, { awsEndpoint, folder }: Place): Record<string, string> {
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
    ...(awsEndpoint !== undefined && ofEmulator(awsEndpoint)),
  };
}

/** AWS's SDKs ask the emulator, which takes any credentials and knows no role of a function. */
const ofEmulator = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'emulator',
  AWS_SECRET_ACCESS_KEY: 'emulator',
  AWS_SESSION_TOKEN: 'emulator',
  // It would warn of the Node.js of this machine, which is not the runtime of the function.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});
