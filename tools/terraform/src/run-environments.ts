import { type EnvironmentApp } from './environment-app';
import { EXIT, isUserError, UserError, type ExitCode } from '@gatehouse/cli-kit';
import { exitCodeOf, type StackResult } from './stack-result';

/** What a command did with the stacks of one environment. */
export interface EnvironmentResult {
  readonly app: EnvironmentApp;
  readonly code: ExitCode;
  readonly stacks: readonly StackResult[];
  /** Why no stack was even looked at. */
  readonly error?: string;
  /** An environment before it failed. */
  readonly notStarted?: true;
}

type Run = (app: EnvironmentApp) => Promise<readonly StackResult[]>;

/** Runs as many at once as `limit` says; one that fails does not stop the others. */
export async function inParallel(
  apps: readonly EnvironmentApp[],
  run: Run,
  limit: number,
): Promise<EnvironmentResult[]> {
  const results: EnvironmentResult[] = [];
  const waiting = [...apps.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, app] = next;
      const result = await attempt(app, run);
      results[index] = result;
      if (result.code === EXIT.interrupted) return;
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return apps.map((app, index) => results[index] ?? notStarted(app));
}

/** Runs one after the other and stops at the first that does not end well. */
export async function untilFailure(apps: readonly EnvironmentApp[], run: Run): Promise<EnvironmentResult[]> {
  const results: EnvironmentResult[] = [];
  for (const app of apps) {
    const failed = results.some(({ code }) => code !== EXIT.ok);
    results.push(failed ? notStarted(app) : await attempt(app, run));
  }
  return results;
}

const notStarted = (app: EnvironmentApp): EnvironmentResult => ({
  app,
  code: EXIT.ok,
  stacks: [],
  notStarted: true,
});

async function attempt(app: EnvironmentApp, run: Run): Promise<EnvironmentResult> {
  try {
    const stacks = await run(app);
    return { app, code: exitCodeOf(stacks), stacks };
  } catch (error) {
    if (!isUserError(error)) throw error;
    console.error(error.message);
    const code = error instanceof UserError ? error.exitCode : EXIT.error;
    return { app, code, stacks: [], error: error.message };
  }
}
