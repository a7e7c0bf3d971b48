import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { type LambdaFunction } from '@gatehouse/surface';
import { FunctionError } from './function-error';

/** Lambda gives the code outside the handler this long, apart from the function's timeout. */
const initMilliseconds = 10_000;

/** One execution environment: a worker thread that runs one invocation at a time. */
export interface Instance {
  /** The function's result as JSON; rejects with a FunctionError. */
  invoke(event: string): Promise<string>;
  /** False once it has crashed, timed out or been stopped. */
  readonly alive: boolean;
  /** True once the function's code is loaded. */
  readonly ready: boolean;
  stop(): Promise<void>;
}

interface Reply {
  readonly payload?: string;
  readonly error?: string;
  readonly ready?: true;
}

export function startInstance(
  lambda: LambdaFunction,
  folder: string,
  onOutput: (line: string) => void,
): Instance {
  const worker = new Worker(join(__dirname, 'worker.js'), {
    env: environment(lambda, folder),
    // Without this a thread also gets the loaders of this process, and they would rewrite the function's code.
    execArgv: [],
    workerData: {
      folder,
      handler: lambda.handler,
      functionName: lambda.name,
      functionArn: lambda.arn,
      memory: lambda.memory,
    },
    resourceLimits: { maxOldGenerationSizeMb: lambda.memory },
    stdout: true,
    stderr: true,
  });
  forwardLines(worker.stdout, onOutput);
  forwardLines(worker.stderr, onOutput);

  let alive = true;
  let settle: ((reply: Reply) => void) | undefined;
  const die = (error: string): void => {
    alive = false;
    settle?.({ error });
  };
  const kill = (error: string): void => {
    die(error);
    void worker.terminate();
  };
  let ready = false;
  let onReady: (() => void) | undefined;
  const init = setTimeout(
    () => kill(`its code took longer than ${initMilliseconds} ms to load`),
    initMilliseconds,
  );
  worker.on('message', (reply: Reply) => {
    if (!reply.ready) return settle?.(reply);
    clearTimeout(init);
    ready = true;
    onReady?.();
  });
  worker.on('error', (error) => die(`it crashed: ${error.message}`));
  worker.on('exit', (code) => {
    clearTimeout(init);
    die(`it exited with code ${code} before it answered`);
  });

  return {
    get alive() {
      return alive;
    },
    get ready() {
      return ready;
    },
    async invoke(event) {
      let late: NodeJS.Timeout | undefined;
      const run = (): void => {
        const milliseconds = lambda.timeout * 1000;
        late = setTimeout(
          () => kill(`Task timed out after ${lambda.timeout.toFixed(2)} seconds`),
          milliseconds,
        );
        worker.postMessage({ id: randomUUID(), event, deadline: Date.now() + milliseconds });
      };
      const reply = await new Promise<Reply>((resolve) => {
        settle = resolve;
        if (ready) run();
        else onReady = run;
      });
      clearTimeout(late);
      settle = undefined;
      if (reply.payload === undefined) throw new FunctionError(`function ${lambda.name}: ${reply.error}`);
      return reply.payload;
    },
    async stop() {
      die('the gateway stopped it');
      await worker.terminate();
    },
  };
}

/**
 * The function's own variables and the ones that the Lambda runtime sets; nothing of this process.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
function environment(lambda: LambdaFunction, folder: string): Record<string, string> {
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
  };
}

function forwardLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
}
