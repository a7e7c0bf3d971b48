import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { packedMirror } from '../testing/packed-mirror';
import { temporaryFolder, writeStack } from '../testing/stack';
import { findTerraform, type TerraformBinary } from './find-terraform';
import { withProviderCache } from './provider-cache';
import { Terraform } from './terraform';

describe('the shared provider cache, with real Terraform', () => {
  let binary: TerraformBinary;
  let cache: string;

  beforeEach(async () => {
    const folder = temporaryFolder();
    const { platform } = await findTerraform();
    cache = join(folder, 'cache/gatehouse');
    binary = await findTerraform({
      ...process.env,
      TF_CLI_CONFIG_FILE: packedMirror(folder, '1.0.0', platform),
      TF_PLUGIN_CACHE_DIR: join(folder, 'cache'),
    });
  });

  const config = { terraform: { required_providers: { tiny: { source: 'acme/tiny', version: '1.0.0' } } } };
  const bind = (): Terraform => new Terraform({ binary, stack: writeStack('stack', config) });
  const folder = (): string => join(cache, 'registry.terraform.io/acme/tiny/1.0.0', binary.platform);
  const whole = (): string => `${folder()}.whole`;
  const provider = (): string => join(folder(), 'terraform-provider-tiny_v1.0.0');

  it('is filled by one of many inits that begin at the same time, and all of them succeed', async () => {
    const folders = Array.from({ length: 6 }, (_, index) => writeStack(`s${index}`, config).directory);
    let cold = 0;
    const initialised = folders.map((cwd) =>
      withProviderCache(config, binary, (env) => {
        if (!existsSync(whole())) cold += 1;
        return execa(binary.command, ['init'], { cwd, env: { ...binary.env, ...env }, extendEnv: false });
      }),
    );

    await Promise.all(initialised);

    expect(cold).toBe(1);
    expect(statSync(provider()).size).toBe(40_000_000);
    expect(readdirSync(cache)).not.toContain('.filling');
  });

  it('is filled again when the provider was deleted from it', async () => {
    await bind().init({ backend: false });
    rmSync(join(cache, 'registry.terraform.io'), { recursive: true });

    await bind().init({ backend: false });

    expect(existsSync(provider())).toBe(true);
  });

  it('does not take over what an init that was killed left half unpacked', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(provider(), 'half');

    await bind().init({ backend: false });

    expect(statSync(provider()).size).toBe(40_000_000);
  });
});
