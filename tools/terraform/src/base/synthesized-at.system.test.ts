import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';
import { commitOf, defaultBase } from './commit-of';
import { synthesizedAt } from './synthesized-at';

describe('the code of a commit', () => {
  const workspace = new WorkspaceCopy();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: workspace.root,
    });
  beforeAll(() => {
    git('init', '--quiet', '--initial-branch=main');
    // Those of packages are links here.
    writeFileSync(workspace.path('.git/info/exclude'), 'node_modules\n');
    git('add', '--all');
    git('commit', '--quiet', '--message=base');
    git('checkout', '--quiet', '-b', 'change');
    writeFileSync(workspace.path('apps/dev/main.ts'), 'this is no code');
    git('commit', '--quiet', '--all', '--message=change');
  });
  afterAll(() => workspace.remove());

  it('is synthesized as the commit has it, where the branch began', () => {
    const base = defaultBase(workspace.root);

    expect(base).toBe(commitOf(workspace.root, 'HEAD~1'));
    // Jest finds modules in its own way.
    const script = `require('./tools/terraform/src/base/synthesized-at')
      .synthesizedAt(process.cwd(), '${base}', 'dev')
      .then((stacks) => console.log(Object.keys(stacks).join()))`;
    const stacks = execFileSync(process.execPath, ['-r', './register-ts.cjs', '-e', script], { cwd: workspace.root });
    expect(String(stacks).trim()).toBe('dev-api,dev-identity');
    expect(String(git('worktree', 'list')).trim().split('\n')).toHaveLength(1);
  });

  it('is nothing of an environment that the commit does not have', async () => {
    expect(await synthesizedAt(workspace.root, 'HEAD', 'qa')).toEqual({});
  });

  it('is not there for a commit or branch that Git does not know', () => {
    git('branch', '--quiet', '-m', 'main', 'trunk');
    expect(() => defaultBase(workspace.root)).toThrow(
      'Git knows no branch "main" to compare with.\nName a commit with --base.',
    );
    expect(() => commitOf(workspace.root, 'nowhere')).toThrow('Git knows no commit "nowhere".');
  });
});
