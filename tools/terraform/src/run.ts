import { closeSync, fstatSync, openSync, rmSync } from 'node:fs';
import { execa, type ResultPromise } from 'execa';
import { InterruptedError } from './errors';
import { type TerraformBinary } from './find-terraform';
import { noteApply } from './lost-state/running-apply';
import { tail } from './tail';

export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal;
  /**
   * Terraform appends its output to this file, so it goes on when we are killed; at the end of a pipe that nobody reads
   * it would die. The file goes when Terraform ended by itself. @default - a pipe
   */
  readonly outputFile?: string;
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
  options: RunOptions,
): Promise<RunResult> {
  const { child, lines } = start(binary.command, args, options);
  const note = options.outputFile === undefined ? undefined : noteApply(options.outputFile, child.pid);
  const interruption = passOnOneInterrupt(child);
  const kill = (): void => killGroup(child);
  if (options.signal?.aborted) kill();
  options.signal?.addEventListener('abort', kill, { once: true });
  try {
    if (options.onLine) for await (const line of lines()) options.onLine(String(line));
    const { exitCode, stdout, stderr, code, originalMessage, signal } = await child;
    // Ended by itself, so everything is in the state.
    if (note !== undefined) rmSync(note, { force: true });
    if (options.outputFile !== undefined && signal === undefined) rmSync(options.outputFile);
    options.signal?.throwIfAborted();
    if (interruption.happened()) {
      throw new InterruptedError(`Stopped: ${binary.product} ended "${args[0]}" early and released its lock.`);
    }
    const killed = `${binary.product} was killed by ${signal}.\nRun the command again; it says what to do about the lock that is left.`;
    const error = signal ? killed : String(stderr);
    return {
      exitCode: exitCode ?? 1,
      stdout: String(stdout),
      stderr: code ? String(originalMessage) : error,
    };
  } finally {
    interruption.end();
    options.signal?.removeEventListener('abort', kill);
  }
}

/** @returns the process, and what reads its output line by line, from a file as well */
function start(command: string, args: readonly string[], { cwd, env, outputFile }: RunOptions) {
  const output = outputFile === undefined ? undefined : openSync(outputFile, 'a', 0o600);
  const before = output === undefined ? 0 : fstatSync(output).size;
  const child = execa(command, args, {
    cwd,
    env,
    extendEnv: false,
    stdin: 'ignore',
    // Execa's types know descriptors up to 9 only.
    stdout: (output as 3 | undefined) ?? 'pipe',
    reject: false,
    cleanup: false,
    detached: process.platform !== 'win32',
    // The JSON of a large plan passes the default of 100 MB.
    maxBuffer: Number.MAX_SAFE_INTEGER,
  });
  if (output !== undefined) closeSync(output);
  const lines = () => (outputFile === undefined ? child.iterable() : tail(outputFile, before, child));
  return { child, lines };
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
