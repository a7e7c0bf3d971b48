import { execFileSync } from 'node:child_process';
import { UserError } from '@gatehouse/cli-kit';

/**
 * Writes what CI may do anew: names of the project are in it. Nothing is deployed, so what is not needed any more goes.
 *
 * @throws UserError with the command's own words
 */
export function renewRights(workspaceRoot: string): void {
  const command = ['nx', 'rights', 'bootstrap', '--prune'];
  try {
    execFileSync('npx', command, { cwd: workspaceRoot, stdio: 'pipe', shell: process.platform === 'win32' });
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: Buffer; stdout?: Buffer };
    throw new UserError(
      `apps/bootstrap/rights.json could not be renewed; everything else is done.\n` +
        `Run "npx ${command.join(' ')}" and commit the file. It said:\n${stdout ?? ''}${stderr ?? ''}`.trim(),
    );
  }
}
