import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Mistake } from './mistake';
import { envForNx } from './process-env';

const run = promisify(execFile);

/** As much as a plan of fifty environments prints. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs Nx in a workspace, from inside a task or a generator of it too.
 *
 * @param env variables on top of the process's own
 * @returns standard output
 * @throws Mistake with what Nx printed
 */
export async function runNx(
  workspaceRoot: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const nx = join(dirname(createRequire(`${workspaceRoot}/`).resolve('nx/package.json')), 'dist/bin/nx.js');
  try {
    const { stdout } = await run(process.execPath, [nx, ...args], {
      cwd: workspaceRoot,
      env: { ...envForNx(), NX_TUI: 'false', ...env },
      maxBuffer: MAX_OUTPUT,
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const printed = `${stdout.trim()}\n${stderr.trim()}`.trim();
    throw new Mistake(`"nx ${args.join(' ')}" failed.\n${printed || String(error)}`);
  }
}
