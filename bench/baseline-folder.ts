import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What ours is measured against. */
export const COMMIT = '1c11d36';

const workspace = resolve(__dirname, '..');

/**
 * Files of that commit with packages of its own, in the temporary folder. They stay for the next run, because an installation
 * takes minutes.
 */
export function baselineFolder(): string {
  const root = join(tmpdir(), `gatehouse-bench-${COMMIT}`);
  if (!existsSync(root)) install(root);
  return root;
}

function install(root: string): void {
  const unfinished = `${root}.${process.pid}`;
  mkdirSync(unfinished);
  const archive = execFileSync('git', ['archive', COMMIT], { cwd: workspace, maxBuffer: 256 * 1024 * 1024 });
  execFileSync('tar', ['-x', '-C', unfinished], { input: archive });
  console.log(`Installing the packages of ${COMMIT} in ${root}`);
  const npm = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  execFileSync('npm', npm, { cwd: unfinished, stdio: ['ignore', 'ignore', 'inherit'] });
  renameSync(unfinished, root);
}
