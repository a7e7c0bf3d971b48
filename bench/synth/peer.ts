import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const workspace = resolve(__dirname, '../..');

export const peerFolder = join(workspace, 'node_modules/.cache/gatehouse-bench/synth-cdk');

/** The peer is no dependency of the workspace: it is installed when it is first measured. */
export function installPeer(): void {
  cpSync(join(__dirname, 'cdk'), peerFolder, { recursive: true });
  if (existsSync(join(peerFolder, 'node_modules/aws-cdk-lib'))) return;
  console.log('Installing aws-cdk-lib to compare with ...');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peerFolder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`npm install failed in ${peerFolder}`);
}
