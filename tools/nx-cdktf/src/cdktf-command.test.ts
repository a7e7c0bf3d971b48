import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '@nx/devkit';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-cdktf-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints what cdktf-cli reads, in place of running it. */
const inItsPlace = `
const { Module } = require('node:module');
const load = Module._load;
Module._load = (request, ...rest) => {
  if (!request.startsWith('cdktf-cli/')) return load(request, ...rest);
  const { CHECKPOINT_DISABLE, DISABLE_VERSION_CHECK } = process.env;
  console.log(JSON.stringify({ request, CHECKPOINT_DISABLE, DISABLE_VERSION_CHECK, args: process.argv.slice(2) }));
};`;

describe('npm run cdktf', () => {
  const { scripts } = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8')) as {
    scripts: { cdktf: string };
  };

  const run = (env: NodeJS.ProcessEnv) => {
    const stub = join(folder, 'stub.cjs');
    writeFileSync(stub, inItsPlace);
    const [, ...file] = scripts.cdktf.split(' ');
    const { stdout } = spawnSync(process.execPath, ['-r', stub, ...file, 'list'], {
      cwd: workspaceRoot,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  it('runs cdktf-cli with its telemetry and its check for versions off', () => {
    expect(run({})).toEqual({
      request: 'cdktf-cli/bundle/bin/cdktf.js',
      CHECKPOINT_DISABLE: '1',
      DISABLE_VERSION_CHECK: '1',
      args: ['list'],
    });
  });

  it('leaves what a person has set', () => {
    expect(run({ CHECKPOINT_DISABLE: '' })).toMatchObject({ CHECKPOINT_DISABLE: '' });
  });
});
