import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WorkspaceCopy } from '@gatehouse/testing/workspace-copy';
import { baselineFolder, COMMIT } from '../baseline-folder';

/** Starts the local environment, checks it, and stops. */
export interface Contestant {
  readonly name: string;
  readonly root: string;
  /** Arguments of node. */
  readonly command: readonly string[];
}

/** As `npm start -- --check` of that commit runs it. */
export const theirs = (): Contestant => ({
  name: `commit ${COMMIT}`,
  root: baselineFolder(),
  command: ['-r', './register-ts.cjs', 'tools/local/src/cli.ts', '--check'],
});

const START = ['tools/gatehouse/bin/gatehouse.cjs', 'start'];

/** As ours runs it with nothing to restore, in a copy of this workspace whose synthesis ends with what `theirs` synthesizes. */
export function ours(copy: WorkspaceCopy): Contestant {
  const output = join(baselineFolder(), 'apps/local/cdktf.out');
  const deploy = JSON.stringify(join(__dirname, 'deploy-theirs'));
  copy.append('apps/main.ts', `require(${deploy}).deployTheirs(${JSON.stringify(output)}, __dirname);\n`);
  return { name: 'gatehouse', root: copy.root, command: [...START, '--check', '--fresh'] };
}

/** @returns seconds @throws when a check fails */
export function run({ name, root, command }: Contestant, ports: readonly string[]): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...ports], {
    cwd: root,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${name} failed:\n${`${stdout}\n${stderr}`.slice(-4000)}`);
  return seconds;
}

/** What was applied: addresses of resources. */
export function resources({ root }: Contestant): string[] {
  return ['local-identity', 'local-api'].flatMap((stack) => {
    const file = join(root, 'apps/local/cdktf.out/stacks', stack, 'cdk.tf.json');
    const { resource } = JSON.parse(readFileSync(file, 'utf8')) as { resource: Record<string, object> };
    return Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((each) => `${type}.${each}`));
  });
}
