import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BaseWorktree } from '../../src/base/base-worktree';
import { commitOf } from '../../src/base/commit-of';
import { lastRelease } from '../../src/upgrade/last-release';

/** Writes what the last release synthesizes, or the commit that is named where nothing is released yet. */
const root = resolve(__dirname, '../../../..');
const [, , named] = process.argv;
const tag = lastRelease(root);
const revision = tag ?? named;
if (revision === undefined) throw new Error('Nothing is released: name a commit.');
const commit = commitOf(root, revision);
const base = new BaseWorktree(root, commit);
try {
  const node = (...args: string[]): void => void execFileSync(process.execPath, args, { cwd: base.root });
  node('tools/gatehouse/bin/gatehouse.cjs', 'build');
  mkdirSync(join(__dirname, 'stacks'), { recursive: true });
  for (const environment of ['local', 'prod']) {
    node('-r', './register-ts.cjs', 'apps/main.ts', environment);
    const stacks = join(base.root, 'apps', environment, 'cdktf.out/stacks');
    for (const stack of readdirSync(stacks)) {
      const text = readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8');
      const json = JSON.parse(text, (key, value: unknown) => (key === '//' ? undefined : value)) as object;
      writeFileSync(join(__dirname, 'stacks', `${stack}.json`), `${JSON.stringify(json)}\n`);
    }
  }
  writeFileSync(join(__dirname, 'about.json'), `${JSON.stringify({ tag: tag ?? null, commit }, null, 2)}\n`);
} finally {
  base.remove();
}
