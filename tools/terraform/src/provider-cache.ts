import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { aloneIn, cacheFolder } from './cache-folder';
import { type TerraformBinary } from './find-terraform';
import { packagePath } from './provider-mirror';
import { type StackConfig } from './stack-config';

/**
 * Runs an init with the provider cache that all environments of this machine share: a provider of 700 MB is downloaded
 * and unpacked once. Terraform's cache is not safe for inits at the same time while it is cold, so the first one, of
 * any process, fills it alone; the others wait for it and then run together.
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache
 *
 * @param init runs `terraform init` with these variables
 */
export async function withProviderCache<T>(
  config: StackConfig,
  binary: Pick<TerraformBinary, 'product' | 'platform' | 'env'>,
  init: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const required = Object.values(config.terraform?.required_providers ?? {});
  if (required.length === 0 && config.module === undefined) return init({});
  const directory = cacheDirectory(binary.env);
  const env = {
    TF_PLUGIN_CACHE_DIR: directory,
    // The lock file is in the generated folder: nobody commits it, and versions are exact.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true',
  };
  const packages = required.map((provider) => packagePath(provider, binary));
  const known = packages.filter((path) => path !== undefined).map((path) => join(directory, path));
  const isComplete = known.length === packages.length && config.module === undefined;
  const cold = (): string[] => known.filter((path) => !existsSync(stampOf(path)) || !existsSync(path));

  if (isComplete && cold().length === 0) return init(env);
  const first = await aloneIn(directory, async () => {
    const filled = cold();
    if (filled.length === 0 && isComplete) return undefined;
    // Terraform takes what is there for whole, and an init that was killed leaves half a provider.
    for (const path of filled) rmSync(path, { recursive: true, force: true });
    const result = await init(env);
    for (const path of filled) if (existsSync(path)) writeFileSync(stampOf(path), '');
    return { result };
  });
  return first ? first.result : init(env);
}

/** Says that the provider in the folder is whole. */
const stampOf = (path: string): string => `${path}.whole`;

/** Where the user keeps providers: a folder of our own there, as other users of it know nothing of the lock. */
const cacheDirectory = (env: NodeJS.ProcessEnv): string =>
  env.TF_PLUGIN_CACHE_DIR ? resolve(env.TF_PLUGIN_CACHE_DIR, 'gatehouse') : join(cacheFolder(), 'terraform-providers');
