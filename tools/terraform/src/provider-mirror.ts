import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hasProviderInstallation } from './cli-config';
import { type Product, type TerraformBinary } from './find-terraform';
import { type RequiredProvider } from './stack-config';

/** The Filesystem Hierarchy Standard's place for add-on software. https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch03s13.html */
const ADD_ON_SOFTWARE = '/opt';

/**
 * Folders for `terraform init -plugin-dir` that together hold every provider a stack needs, so that no registry has to
 * be reached. Unpacked layout: `<host>/<namespace>/<type>/<version>/<os_arch>/`.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 *
 * @returns none when the user configured `provider_installation`, or when any provider is missing: `-plugin-dir`
 * excludes the registry, so a part would be worse than nothing
 */
export function findProviderMirrors(
  required: readonly RequiredProvider[],
  binary: Pick<TerraformBinary, 'product' | 'platform' | 'env'>,
  addOnSoftware = ADD_ON_SOFTWARE,
): string[] {
  if (hasProviderInstallation(binary.product, binary.env)) return [];
  const packages = required.map((provider) => packagePath(provider, binary));
  const roots = [...impliedMirrors(binary), ...subfolders(addOnSoftware)];
  const holders = packages.map((path) => path && roots.find((root) => existsSync(join(root, path))));
  return holders.every((holder) => holder !== undefined) ? [...new Set(holders as string[])] : [];
}

/**
 * Where mirrors and caches keep a provider. Only an exact version can be looked up; CDKTF's prebuilt providers always
 * pin one.
 */
export function packagePath(
  { source = '', version = '' }: RequiredProvider,
  { product, platform }: { product: Product; platform: string },
): string | undefined {
  const [, exact] = /^=?\s*v?(\d+\.\d+\.\d+[-+.\w]*)$/.exec(version.trim()) ?? [];
  const given = source.split('/');
  if (!exact || !source || given.length > 3) return undefined;
  const host = product === 'OpenTofu' ? 'registry.opentofu.org' : 'registry.terraform.io';
  const defaults = [host, 'hashicorp'].slice(0, 3 - given.length);
  return join(...defaults, ...given, exact, platform);
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
function impliedMirrors({ product, env }: { product: Product; env: NodeJS.ProcessEnv }): string[] {
  const home = env.HOME ?? homedir();
  const data = product === 'OpenTofu' ? 'opentofu' : 'terraform';
  if (process.platform === 'win32') return [join(env.APPDATA ?? home, 'terraform.d', 'plugins')];
  const systemWide =
    process.platform === 'darwin'
      ? [join(home, 'Library/Application Support/io.terraform'), '/Library/Application Support/io.terraform']
      : [
          env.XDG_DATA_HOME ?? join(home, '.local/share'),
          ...(env.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(':'),
        ].map((directory) => join(directory, data));
  return [join(home, '.terraform.d'), ...systemWide].map((directory) => join(directory, 'plugins'));
}

function subfolders(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name));
}
