import { execa } from 'execa';
import { EngineCheckError } from './errors';
import { type Step } from './steps';

export interface StepResult extends Step {
  readonly ok: boolean;
  readonly seconds: number;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the step that is running, with all its children. */
  readonly signal: AbortSignal;
  readonly onStart: (step: Step) => void;
  readonly onEnd: (result: StepResult) => void;
}

/**
 * Runs steps that build on each other.
 *
 * @throws EngineCheckError when one fails: what comes after it would prove nothing
 */
export async function runInOrder(steps: readonly Step[], options: RunOptions): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const result = await runStep(step, options);
    if (!result.ok)
      throw new EngineCheckError(`The step "${step.title}" failed; nothing can be said without it.`);
    results.push(result);
  }
  return results;
}

/** Runs steps that each say something of their own: all of them, whatever the others said. */
export async function runEach(steps: readonly Step[], options: RunOptions): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step, options));
  return results;
}

async function runStep(step: Step, { cwd, env, signal, onStart, onEnd }: RunOptions): Promise<StepResult> {
  signal.throwIfAborted();
  onStart(step);
  const began = performance.now();
  const child = execa('sh', ['-ec', step.commands], {
    cwd,
    env,
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
    // A process group of its own: ended as a whole, so that nothing still writes into a copy that is being removed.
    detached: true,
    cleanup: false,
  });
  const stop = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  signal.addEventListener('abort', stop, { once: true });
  const { failed, all, originalMessage } = await child;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  const result = {
    ...step,
    ok: !failed,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    output: all || (failed ? String(originalMessage ?? '') : ''),
  };
  onEnd(result);
  return result;
}
