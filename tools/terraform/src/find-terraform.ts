import { execa } from 'execa';
import { withoutMissingConfig } from './cli-config';
import { SetupError } from './errors';
import { fetchTerraform, type FetchOptions } from './fetch/fetch-terraform';
import { processEnv } from './process-env';

export type Product = 'Terraform' | 'OpenTofu';

/** A Terraform or OpenTofu that is new enough, and the environment to run it in. */
export interface TerraformBinary {
  readonly command: string;
  readonly product: Product;
  readonly version: string;
  /** As in provider mirrors, e.g. `linux_amd64`. */
  readonly platform: string;
  readonly env: NodeJS.ProcessEnv;
  /** It is not on the PATH but in the user's cache folder. */
  readonly fetched?: boolean;
  /** What was wrong around it and has been put right for child processes; print it once. */
  readonly notices: readonly string[];
}

/** The first versions whose S3 backend locks natively (`use_lockfile`) without being experimental. */
export const OLDEST: Readonly<Record<Product, string>> = { Terraform: '1.11', OpenTofu: '1.10' };

/** CDKTF's own variable, so that `npx cdktf` and our targets run the same binary. */
const OVERRIDE = 'TERRAFORM_BINARY_NAME';

const HOW_TO_GET_IT = `Install Terraform ${OLDEST.Terraform} or newer (https://developer.hashicorp.com/terraform/install)
or OpenTofu ${OLDEST.OpenTofu} or newer (https://opentofu.org/docs/intro/install/) and put it on the PATH,
or set ${OVERRIDE} to the binary to use.`;

/**
 * Finds the binary: `TERRAFORM_BINARY_NAME` when set, else `terraform`, else `tofu` on the PATH, else Terraform in the
 * user's cache folder, where the first use fetches it to.
 *
 * @throws SetupError when there is none and none can be fetched, or when it is too old
 */
export async function findTerraform(
  from: NodeJS.ProcessEnv = processEnv(),
  fetching: FetchOptions = {},
): Promise<TerraformBinary> {
  const { env, notices } = withoutMissingConfig(from);
  const named = env[OVERRIDE];
  for (const command of named ? [named] : ['terraform', 'tofu']) {
    const output = await versionOutput(command, env);
    if (output !== undefined) return { command, ...newEnough(command, output), env, notices };
  }
  if (named) throw new SetupError(`${OVERRIDE} is "${named}", which cannot be run.\n${HOW_TO_GET_IT}`);
  const command = await fetchTerraform(env, fetching).catch((error: Error) => {
    throw new SetupError(
      `Neither "terraform" nor "tofu" is on the PATH, and none could be fetched.\n${error.message}\n\n${HOW_TO_GET_IT}`,
    );
  });
  const output = await versionOutput(command, env);
  if (output === undefined) throw new SetupError(`${command} cannot be run here.\n${HOW_TO_GET_IT}`);
  return { command, ...newEnough(command, output), fetched: true, env, notices };
}

/** @throws SetupError when the version is too old or cannot be read */
function newEnough(command: string, output: string): NonNullable<ReturnType<typeof parseVersion>> {
  const found = parseVersion(output);
  if (!found) throw new SetupError(`"${command} version" did not name a version:\n${output}\n\n${HOW_TO_GET_IT}`);
  if (isOlder(found.version, OLDEST[found.product])) {
    throw new SetupError(
      `${found.product} ${found.version} ("${command}") is too old: ${OLDEST[found.product]} or newer is needed, ` +
        `because older versions cannot lock state in S3.\n${HOW_TO_GET_IT}`,
    );
  }
  return found;
}

/** Reads the text of `terraform version`; only the text, not its JSON, tells Terraform and OpenTofu apart. */
export function parseVersion(output: string): { product: Product; version: string; platform: string } | undefined {
  const [, product, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/m.exec(output) ?? [];
  const [, platform] = /^on (\w+)/m.exec(output) ?? [];
  return product && version && platform ? { product: product as Product, version, platform } : undefined;
}

async function versionOutput(command: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const result = await execa(command, ['version'], {
    env: { ...env, CHECKPOINT_DISABLE: '1' },
    extendEnv: false,
    reject: false,
  });
  if (result.code === 'ENOENT' || result.code === 'EACCES') return undefined;
  return `${result.stdout}\n${result.stderr}`;
}

function isOlder(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
