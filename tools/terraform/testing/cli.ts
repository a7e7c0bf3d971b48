import { join, resolve } from 'node:path';
import { execa } from 'execa';

const top = resolve(__dirname, '../../..');

/** The command line, from wherever a test wants to run it. */
export const startCli = (args: readonly string[], { cwd, env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) =>
  execa(
    process.execPath,
    [join(top, 'tools/gatehouse/bin/gatehouse.cjs'), ...args, '--no-synth'],
    // What is wrong around a developer's Terraform is not what these tests are about.
    { reject: false, cwd, env: { TF_CLI_CONFIG_FILE: undefined, ...env } },
  );
