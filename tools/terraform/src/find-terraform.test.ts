import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { SetupError } from './errors';
import { findTerraform, parseVersion } from './find-terraform';

/** An executable that prints what a real one printed. */
function binary(folder: string, name: string, output: string): string {
  const file = writeFile(join(folder, name), `#!/bin/sh\ncat <<'END'\n${output}\nEND\n`);
  chmodSync(file, 0o755);
  return file;
}

const env = (folder: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: `${folder}:/usr/bin:/bin`,
  ...more,
});

describe('parseVersion', () => {
  it('tells Terraform and OpenTofu apart', () => {
    expect(parseVersion('Terraform v1.11.4\non linux_amd64\n')).toEqual({
      product: 'Terraform',
      version: '1.11.4',
      platform: 'linux_amd64',
    });
    expect(parseVersion('OpenTofu v1.10.0-rc1\non darwin_arm64\n')).toEqual({
      product: 'OpenTofu',
      version: '1.10.0-rc1',
      platform: 'darwin_arm64',
    });
  });

  it('reads the version below a warning', () => {
    expect(parseVersion('╷\n│ Warning: …\n╵\nTerraform v1.12.0\non linux_arm64')?.version).toBe('1.12.0');
  });

  it('finds none in other text', () => {
    expect(parseVersion('GNU bash, version 5.2.15')).toBeUndefined();
  });
});

describe('findTerraform', () => {
  it('takes terraform before tofu', async () => {
    const folder = temporaryFolder();
    binary(folder, 'terraform', 'Terraform v1.11.0\non linux_amd64');
    binary(folder, 'tofu', 'OpenTofu v1.10.0\non linux_amd64');

    expect(await findTerraform(env(folder))).toMatchObject({
      command: 'terraform',
      version: '1.11.0',
      notices: [],
    });
  });

  it('takes tofu when there is no terraform', async () => {
    const folder = temporaryFolder();
    binary(folder, 'tofu', 'OpenTofu v1.10.0\non linux_amd64');

    expect(await findTerraform({ PATH: `${folder}:/bin` })).toMatchObject({
      command: 'tofu',
      product: 'OpenTofu',
    });
  });

  it('takes the binary that TERRAFORM_BINARY_NAME names', async () => {
    const folder = temporaryFolder();
    binary(folder, 'terraform', 'Terraform v1.11.0\non linux_amd64');
    const named = binary(folder, 'terraform-next', 'Terraform v2.0.0\non linux_amd64');

    const found = await findTerraform(env(folder, { TERRAFORM_BINARY_NAME: named }));

    expect(found).toMatchObject({ command: named, version: '2.0.0' });
  });

  it('reports a CLI configuration that does not exist, and goes on without it', async () => {
    const folder = temporaryFolder();
    binary(folder, 'terraform', 'Terraform v1.11.0\non linux_amd64');

    const found = await findTerraform(env(folder, { TF_CLI_CONFIG_FILE: '/nowhere/terraform.rc' }));

    expect(found.notices).toEqual([
      'TF_CLI_CONFIG_FILE names /nowhere/terraform.rc, which does not exist; going on without it.',
    ]);
    expect(found.env).not.toHaveProperty('TF_CLI_CONFIG_FILE');
  });

  it('takes the one in the cache folder when there is none on the PATH', async () => {
    const cache = temporaryFolder();
    const folder = join(cache, 'terraform-1.11.4-linux_amd64');
    mkdirSync(folder);
    const command = binary(folder, 'terraform', 'Terraform v1.11.4\non linux_amd64');

    const found = await findTerraform({ PATH: '/bin' }, { cache, platform: 'linux_amd64' });

    expect(found).toMatchObject({ command, version: '1.11.4', fetched: true });
  });

  it('fails when there is none and none can be fetched, and says how to get one', async () => {
    const env = { PATH: temporaryFolder(), TERRAFORM_RELEASES_URL: 'http://127.0.0.1:1' };
    const failure = findTerraform(env, { cache: temporaryFolder(), platform: 'linux_amd64' });

    await expect(failure).rejects.toThrow(SetupError);
    await expect(failure).rejects.toThrow(
      /Neither "terraform" nor "tofu" [^]*cannot be fetched: [^]*Install Terraform 1.11 or newer/,
    );
  });

  it('fails when the named binary cannot be run', async () => {
    await expect(findTerraform({ PATH: '/bin', TERRAFORM_BINARY_NAME: '/nowhere/tf' })).rejects.toThrow(
      'TERRAFORM_BINARY_NAME is "/nowhere/tf", which cannot be run.',
    );
  });

  it.each([
    ['Terraform v1.10.5', 'Terraform 1.10.5 ("terraform") is too old: 1.11 or newer is needed'],
    ['OpenTofu v1.9.9', 'OpenTofu 1.9.9 ("terraform") is too old: 1.10 or newer is needed'],
  ])('fails when it is too old: %s', async (version, message) => {
    const folder = temporaryFolder();
    binary(folder, 'terraform', `${version}\non linux_amd64`);

    await expect(findTerraform(env(folder))).rejects.toThrow(message);
  });

  it('fails when the binary is something else', async () => {
    const folder = temporaryFolder();
    binary(folder, 'terraform', 'Hello');

    await expect(findTerraform(env(folder))).rejects.toThrow(/"terraform version" did not name a version:\nHello/);
  });
});
