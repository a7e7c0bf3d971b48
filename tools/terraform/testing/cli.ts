import { join, resolve } from 'node:path';
import { execa } from 'execa';

const top = resolve(__dirname, '../../..');

/** The command line, from wherever a test wants to run it. */
export const startCli = (args: readonly string[], options: { cwd?: string } = {}) =>
  execa(
    process.execPath,
    ['-r', join(top, 'register-ts.cjs'), join(top, 'tools/terraform/src/cli.ts'), ...args],
    // What is wrong around a developer's Terraform is not what these tests are about.
    { reject: false, env: { TF_CLI_CONFIG_FILE: undefined }, ...options },
  );
