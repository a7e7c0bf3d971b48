import { execFileSync } from 'node:child_process';
import { UserError } from '@gatehouse/cli-kit';

/**
 * Makes `package-lock.json` agree with the workspace's packages, or `npm ci` would refuse it. Nothing is installed and
 * nothing is looked up: an app of an environment brings no package that is not there.
 *
 * @throws UserError with npm's own words
 */
export function updateLockFile(workspaceRoot: string): void {
  const args = ['install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    execFileSync('npm', args, { cwd: workspaceRoot, stdio: 'pipe', shell: process.platform === 'win32' });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    throw new UserError(
      `package-lock.json could not be brought up to date; everything else is done.\n` +
        `Run "npm install" and commit it. npm said:\n${stderr?.toString().trim() ?? String(error)}`,
    );
  }
}
