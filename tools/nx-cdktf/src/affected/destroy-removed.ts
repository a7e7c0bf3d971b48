import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode, UserError } from '@gatehouse/cli-kit';
import { BaseWorktree, commitOf, ownEmulator, runNx } from '@gatehouse/terraform';
import { deployedEnvironments } from './deployed-environments';
import { RemovedLostStates } from './removed-lost-states';
import { samePackages } from './same-packages';

/**
 * Destroys an environment that was removed: `gatehouse destroy` of a commit that still had it, from a temporary worktree, so
 * that its stacks, providers and protections are as they were. A state that cannot be written outlives the worktree.
 *
 * @param revision a commit that had it
 * @param yes the environment's name, as the user typed it
 * @throws UserError where the environment is here still, was not there, or had other packages
 */
export async function destroyRemoved(
  workspaceRoot: string,
  name: string,
  { base: revision, yesDestroy: yes }: { readonly base: string; readonly yesDestroy?: string },
): Promise<ExitCode> {
  if (existsSync(join(workspaceRoot, 'apps', name))) {
    throw new UserError(
      `"${name}" was not removed: it has an app, apps/${name}. Destroy it with: npx gatehouse destroy ${name}`,
    );
  }
  const base = commitOf(workspaceRoot, revision);
  const worktree = new BaseWorktree(workspaceRoot, base);
  const lost = new RemovedLostStates(workspaceRoot, worktree.root, name);
  try {
    checkBase(workspaceRoot, worktree.root, name, revision);
    await runNx(worktree.root, ['run', `${name}:synth`]);
    const env = { ...process.env, ...(await endpointOf(workspaceRoot)) };
    const gatehouse = (command: string, ...args: string[]): boolean =>
      spawnSync(process.execPath, [GATEHOUSE, command, join('apps', name), '--no-synth', ...args], {
        cwd: worktree.root,
        env,
        stdio: 'inherit',
      }).status === 0;
    if (lost.bringIn() && !gatehouse('recover')) return EXIT.error;
    return gatehouse('destroy', ...(yes === undefined ? [] : [`--yes-destroy=${yes}`])) ? EXIT.ok : EXIT.error;
  } finally {
    if (lost.bringOut())
      console.error(`Kept in ${lost.folder}: the same command writes it before it destroys anything.`);
    worktree.remove();
  }
}

const GATEHOUSE = 'tools/gatehouse/bin/gatehouse.cjs';

/** What was applied is in the emulator of this checkout; the worktree has none. A person may have named another. */
async function endpointOf(workspaceRoot: string): Promise<NodeJS.ProcessEnv> {
  const own = process.env['GATEHOUSE_AWS_ENDPOINT'] ? undefined : await ownEmulator(workspaceRoot);
  return own === undefined ? {} : { GATEHOUSE_AWS_ENDPOINT: own.url };
}

function checkBase(workspaceRoot: string, root: string, name: string, revision: string): void {
  const there = deployedEnvironments(root);
  if (!there.includes(name)) {
    throw new UserError(
      `"${revision}" has no environment "${name}"; it has: ${there.join(', ')}.\n` +
        `Find the commit that removed it, git log --diff-filter=D -- apps/${name}, and name the one before it: --base <commit>^`,
    );
  }
  if (samePackages(workspaceRoot, root)) return;
  throw new UserError(
    `"${revision}" has other packages in package-lock.json than are installed here, so "${name}" could be synthesized otherwise.\n` +
      `Destroy it there: git worktree add ../removed ${revision}; cd ../removed; npm ci; npx gatehouse destroy ${name}`,
  );
}
