import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Product } from './find-terraform';

/** Variables that name the CLI configuration; the second is Terraform's old name of the first. */
const FILE_VARIABLES = ['TF_CLI_CONFIG_FILE', 'TERRAFORM_CONFIG'] as const;

/**
 * Removes a variable that names a CLI configuration which does not exist: Terraform only warns about it, but on every
 * command and in the middle of its output.
 */
export function withoutMissingConfig(env: NodeJS.ProcessEnv): { env: NodeJS.ProcessEnv; notices: string[] } {
  const missing = FILE_VARIABLES.filter((name) => env[name] && !existsSync(env[name]));
  const kept = { ...env };
  for (const name of missing) delete kept[name];
  return {
    env: kept,
    notices: missing.map((name) => `${name} names ${env[name]}, which does not exist; going on without it.`),
  };
}

/**
 * Whether the user configured where providers come from; that takes precedence.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export const hasProviderInstallation = (product: Product, env: NodeJS.ProcessEnv): boolean =>
  fileWith('provider_installation', product, env) !== undefined;

/**
 * The file, if there is one, by which Terraform runs a provider from a folder, whatever the lock file names.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#development-overrides-for-provider-developers
 */
export const developmentOverrides = (product: Product, env: NodeJS.ProcessEnv): string | undefined =>
  fileWith('dev_overrides', product, env);

const fileWith = (block: string, product: Product, env: NodeJS.ProcessEnv): string | undefined =>
  configFiles(product, env).find((file) =>
    new RegExp(`^[^#/\\n]*\\b${block}"?\\s*[=:{]`, 'm').test(readFileSync(file, 'utf8')),
  );

function configFiles(product: Product, env: NodeJS.ProcessEnv): string[] {
  const named = FILE_VARIABLES.map((name) => env[name]).find(Boolean);
  const home = env.HOME ?? homedir();
  const main = named ? [named] : defaultFiles(product, env, home);
  const extras = join(process.platform === 'win32' ? (env.APPDATA ?? home) : home, dataFolder);
  return [...main.filter((file) => existsSync(file)).slice(0, 1), ...extraFiles(extras)];
}

function defaultFiles(product: Product, env: NodeJS.ProcessEnv, home: string): string[] {
  const names = product === 'OpenTofu' ? ['tofu', 'terraform'] : ['terraform'];
  if (process.platform === 'win32') return names.map((name) => join(env.APPDATA ?? home, `${name}.rc`));
  const xdg = join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'opentofu', 'tofurc');
  return [...names.map((name) => join(home, `.${name}rc`)), ...(product === 'OpenTofu' ? [xdg] : [])];
}

const dataFolder = process.platform === 'win32' ? 'terraform.d' : '.terraform.d';

function extraFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.tfrc') || name.endsWith('.tfrc.json'))
    .map((name) => join(directory, name));
}
