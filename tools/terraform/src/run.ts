import { execa, type ResultPromise } from 'execa';
import { InterruptedError } from './errors';
import { type TerraformBinary } from './find-terraform';

export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs one Terraform command to its end.
 *
 * Ctrl-C and SIGTERM reach Terraform as exactly one SIGINT: it then finishes what it is doing, writes state and
 * releases the lock. A second one would make it quit at once and lose state, and a terminal or Nx sends several; so
 * Terraform gets its own process group and only the first is passed on.
 *
 * @throws InterruptedError after Terraform has exited, when it was stopped that way
 */
export async function run(
  binary: Pick<TerraformBinary, 'command' | 'product'>,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; onLine?: (line: string) => void; signal?: AbortSignal },
): Promise<RunResult> {
  const child = execa(binary.command, args, {
    cwd: options.cwd,
    env: options.env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    cleanup: false,
    detached: process.platform !== 'win32',
    // The JSON of a large plan passes the default of 100 MB.
    maxBuffer: Number.MAX_SAFE_INTEGER,
  });
  const interruption = passOnOneInterrupt(child);
  const kill = (): void => killGroup(child);
  if (options.signal?.aborted) kill();
  options.signal?.addEventListener('abort', kill, { once: true });
  try {
    if (options.onLine) for await (const line of child.iterable()) options.onLine(String(line));
    const { exitCode, stdout, stderr, code, originalMessage } = await child;
    options.signal?.throwIfAborted();
    if (interruption.happened()) {
      throw new InterruptedError(
        `Stopped: ${binary.product} ended "${args[0]}" early and released its lock.`,
      );
    }
    return {
      exitCode: exitCode ?? 1,
      stdout: String(stdout),
      stderr: code ? `${originalMessage}` : String(stderr),
    };
  } finally {
    interruption.end();
    options.signal?.removeEventListener('abort', kill);
  }
}

/** Providers are Terraform's children: they go with its group. */
function killGroup(child: ResultPromise): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

function passOnOneInterrupt(child: ResultPromise): { happened: () => boolean; end: () => void } {
  let interrupted = false;
  const interrupt = (): void => {
    if (!interrupted) child.kill('SIGINT');
    interrupted = true;
  };
  const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const;
  for (const event of events) process.on(event, interrupt);
  return {
    happened: () => interrupted,
    end: () => events.forEach((event) => process.off(event, interrupt)),
  };
}
