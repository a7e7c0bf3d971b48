import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import { WorkspaceCopy as SourcesCopy } from '@gatehouse/testing/workspace-copy';

/**
 * Nx colours what CI shows, also in a pipe. A process of its own for our plugin costs each command a second; two-checkouts.system.test.ts
 * has it, as users do.
 */
export const PLAIN_NX = { FORCE_COLOR: '0', NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false' };

/** A copy of this workspace as a Git repository with an Nx cache of its own. */
export class WorkspaceCopy extends SourcesCopy {
  /** Variables on top of the process's own, for everything that is run. */
  env: NodeJS.ProcessEnv = {};

  constructor() {
    super();
    this.git('init', '-q');
    // .gitignore means folders; here they are links.
    this.append('.git/info/exclude', 'node_modules\n');
  }

  /** Standard output of an Nx command. */
  nx(...args: string[]): string {
    return this.node('node_modules/.bin/nx', ...args);
  }

  /** Standard output of a program that Node runs at the top of the workspace. */
  node(...args: string[]): string {
    return execFileSync(process.execPath, args, {
      cwd: this.root,
      env: { ...withoutNx(process.env), ...PLAIN_NX, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();
  }

  /** Standard output of a Git command. */
  git(...args: string[]): string {
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...author, ...args], { cwd: this.root, env, stdio: 'pipe' }).toString();
  }

  /** Everything as it is now. @returns the commit's id */
  commit(): string {
    this.git('add', '.');
    this.git('commit', '-qm', 'a commit');
    return this.git('rev-parse', 'HEAD').trim();
  }
}

/** A test that Nx runs must not hand its own task's settings to the Nx that it starts. */
export const withoutNx = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NX_')));
