import { execFileSync } from 'node:child_process';
import { UserError } from '@gatehouse/cli-kit';

/** Standard output of a Git command. @throws UserError with Git's own words */
export function git(workspaceRoot: string, ...args: string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: workspaceRoot,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new UserError(`"git ${args.join(' ')}" failed.\n${stderr?.trim() || String(error)}`);
  }
}
