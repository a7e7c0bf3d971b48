import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';

/** A clone of this repository, with its packages and without its history. */
export class Checkout extends WorkspaceCopy {
  constructor() {
    super();
    this.git('init', '-q', '-b', 'main');
    // .gitignore means folders; here they are links.
    this.append('.git/info/exclude', 'node_modules\n');
  }

  /** Standard output of a Git command. */
  git(...args: string[]): string {
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...author, ...args], { cwd: this.root, env, stdio: 'pipe' })
      .toString()
      .trim();
  }

  write(file: string, content: string | object): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  /** Everything as it is now. @returns the commit */
  commit(message: string): string {
    this.git('add', '-A');
    this.git('commit', '-qm', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** What a new machine has: a commit and nothing that another job left, but for packages and Nx's cache. */
  checkOut(commit: string): string {
    this.git('checkout', '-q', '--detach', commit);
    this.git('clean', '-fdxq', '-e', 'node_modules', '-e', '.nx');
    return this.root;
  }
}
