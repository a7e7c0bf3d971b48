import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SynthesizedStack } from '@gatehouse/surface';
import { runNx } from '../run-nx';
import { readSynthesized } from '../synthesized';
import { BaseWorktree } from './base-worktree';
import { git } from './git';

/**
 * What the code of a commit says of an environment: `cdk.tf.json` by stack name; nothing of an environment that the commit does
 * not have.
 *
 * @throws UserError when Git knows no such commit, or it does not synthesize with the packages that are installed here
 */
export async function synthesizedAt(
  workspaceRoot: string,
  commit: string,
  environment: string,
): Promise<Record<string, SynthesizedStack>> {
  const main = `apps/${environment}/main.ts`;
  if (git(workspaceRoot, 'ls-tree', '--name-only', commit, '--', main) === '') return {};
  const worktree = new BaseWorktree(workspaceRoot, commit);
  try {
    const app = join(worktree.root, 'apps', environment);
    await runNx(worktree.root, ['run-many', '-t', 'synth', '-p', environment]);
    const folder = join(app, 'cdktf.out/stacks');
    return Object.fromEntries(
      readdirSync(folder).map((stack) => [stack, readSynthesized(join(folder, stack, 'cdk.tf.json'), environment)]),
    );
  } finally {
    worktree.remove();
  }
}
