import { rmSync } from 'node:fs';
import { childEnv } from './child-env';
import { processEnv } from './process-env';
import { type RunOptions, type StepResult } from './run-steps';
import { scratchCopy } from './scratch-copy';

export interface JobOptions {
  /** Top of the checkout. */
  readonly workspace: string;
  /** Leaves the scratch copy where it is. */
  readonly keep: boolean;
  readonly signal: AbortSignal;
  /** Progress, a line at a time. */
  readonly log: (line: string) => void;
}

/** What can be said of every job. */
export interface JobReport {
  readonly job: 'cdktn' | 'provider-6';
  readonly node: string;
  readonly ok: boolean;
  readonly steps: readonly StepResult[];
}

/** A copy of the sources, with how to run steps in there. */
export interface Scratch extends RunOptions {
  /** The same for steps that read variables. */
  with(variables: NodeJS.ProcessEnv): Scratch;
}

/** Does something in a scratch copy of the sources, which is removed afterwards, whatever happens. */
export async function inScratchCopy<T>(
  options: JobOptions,
  work: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const folder = await scratchCopy(options.workspace);
  options.log(`Scratch copy: ${folder}`);
  try {
    return await work(scratchIn(folder, options, childEnv(processEnv())));
  } finally {
    if (options.keep) options.log(`Kept: ${folder}`);
    else {
      rmSync(folder, { recursive: true, force: true });
      options.log('Scratch copy removed');
    }
  }
}

function scratchIn(cwd: string, options: JobOptions, env: NodeJS.ProcessEnv): Scratch {
  const { log, signal } = options;
  return {
    cwd,
    env,
    signal,
    onStart: ({ title }) => log(`  ...   ${title}`),
    onEnd: ({ title, ok, seconds, output }) => {
      log(`  ${ok ? 'ok  ' : 'FAIL'}  ${title} (${seconds} s)`);
      if (!ok) log(output.trimEnd().split('\n').slice(-40).join('\n'));
    },
    with: (variables) => scratchIn(cwd, options, { ...env, ...variables }),
  };
}
