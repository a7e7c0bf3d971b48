import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '@gatehouse/cli-kit';
import { errorsOfTasks, mendOfNx } from './nx-output';
import { processEnv } from './process-env';

const run = promisify(execFile);

/** As much as a plan of fifty environments prints. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What Nx tells a task about itself; an Nx that the task starts would take it for its own. */
const OF_THE_TASK =
  /^NX_(TASK_.*|BASE|HEAD|INVOCATION_ROOT_PID|INVOKED_BY_RUNNER|LOAD_DOT_ENV_FILES|ORIGINAL_FORCE_COLOR|PREFIX_OUTPUT|SET_CLI|CLI_SET|SKIP_NX_CACHE|STREAM_OUTPUT|TERMINAL_.*|FORKED_TASK_EXECUTOR|WORKSPACE_ROOT.*|DRY_RUN)$/;

/**
 * Runs Nx in a workspace, from inside a task or a generator of it too.
 *
 * @returns standard output
 * @throws UserError with what the failed tasks printed, or else what Nx printed
 */
export async function runNx(workspaceRoot: string, args: readonly string[]): Promise<string> {
  const nx = join(dirname(createRequire(`${workspaceRoot}/`).resolve('nx/package.json')), 'dist/bin/nx.js');
  try {
    const { stdout } = await run(process.execPath, [nx, ...args], {
      cwd: workspaceRoot,
      // A process of its own for the plugin of this workspace takes a second each time.
      env: { NX_ISOLATE_PLUGINS: 'false', ...envForNx(), NX_TUI: 'false' },
      maxBuffer: MAX_OUTPUT,
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const ofTasks = errorsOfTasks(stdout);
    if (ofTasks !== '') throw new UserError(ofTasks);
    const printed = `${stdout.trim()}\n${stderr.trim()}`.trim();
    const said = [`"nx ${args.join(' ')}" failed.`, printed || String(error), mendOfNx(printed)];
    throw new UserError(said.filter((part) => part !== undefined).join('\n'));
  }
}

const envForNx = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(processEnv()).filter(([name]) => !OF_THE_TASK.test(name)));
