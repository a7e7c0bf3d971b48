import { execFileSync } from 'node:child_process';
import { readStacks, type Stack } from '@gatehouse/terraform';
import { workspaceRoot } from '../src/workspace';

/**
 * The stack that a file of `examples` synthesizes for an emulator.
 *
 * @param main below the workspace
 * @param out a folder, which the file gets as its first argument
 */
export function synthesized(main: string, out: string, endpoint: string, ...args: readonly string[]): Stack {
  execFileSync(process.execPath, ['-r', './register-ts.cjs', main, out, ...args], {
    cwd: workspaceRoot,
    env: { ...process.env, AWS_ENDPOINT_URL: endpoint },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readStacks(out, out)[0]!;
}
