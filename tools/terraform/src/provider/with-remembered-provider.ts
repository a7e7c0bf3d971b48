import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder';
import { type TerraformBinary } from '../find-terraform';
import { emulatorEndpoint, type StackConfig } from '../stack-config';
import { ProviderAnswers } from './answers';
import { type InstalledProvider, installedAwsProvider } from './installed-provider';
import { ProviderProxy } from './provider-proxy';

/** A Terraform command that starts providers. */
export interface ProviderCommand {
  readonly binary: Pick<TerraformBinary, 'product' | 'platform'>;
  readonly config: StackConfig;
  /** Where `init` put the providers. */
  readonly dataDirectory: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /**
   * The stack's state as it is written, read with these variables: empty before the first apply; nothing when it cannot be
   * read.
   */
  readonly readState: (env: NodeJS.ProcessEnv) => Promise<string | undefined>;
}

/** Who sets these wants to see the provider itself. */
const OWN = ['TF_LOG', 'TF_LOG_PROVIDER', 'TF_REATTACH_PROVIDERS'];

/**
 * Runs a Terraform command whose AWS provider need not compute again what it once answered, and shows it the types that it
 * needs. Only for stacks in an
 * emulator: a deployment to AWS depends on nothing but Terraform.
 *
 * @param run runs the command with these variables
 */
export async function withRememberedProvider<T>(
  command: ProviderCommand,
  run: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const provider = rememberedProvider(command);
  if (provider === undefined) return run({});
  const { cwd, env } = command;
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-provider-'));
  const proxy = new ProviderProxy(
    { file: provider.file, cwd, env: { ...env, PLUGIN_UNIX_SOCKET_DIR: folder } },
    new ProviderAnswers(join(cacheFolder(), 'provider-answers'), provider.file),
  );
  const socket = join(folder, 'terraform.sock');
  try {
    await proxy.listen(socket);
    // With it Terraform does not compute the hash of the provider's file either.
    const attach = { TF_REATTACH_PROVIDERS: attachment(provider, socket) };
    proxy.types = await typesInUse(command, attach);
    return await run(attach);
  } finally {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Terraform needs the schema of every type that the configuration or the state names, and of no other.
 *
 * @returns nothing when they cannot be known: modules are in files of their own
 */
async function typesInUse(
  { config, cwd, readState }: ProviderCommand,
  attach: NodeJS.ProcessEnv,
): Promise<ReadonlySet<string> | undefined> {
  if (config.module) return undefined;
  const state = await readState(attach);
  return state === undefined ? undefined : new Set(`${configuration(cwd)}${state}`.match(/\baws_\w+/g));
}

/** Synthesized, and what was written beside it. */
const configuration = (folder: string): string =>
  readdirSync(folder)
    .filter((file) => /\.tf(\.json)?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

function rememberedProvider({ binary, config, dataDirectory, env }: ProviderCommand) {
  const isOwn = OWN.some((name) => env[name]);
  if (isOwn || process.platform === 'win32' || emulatorEndpoint(config) === undefined) return undefined;
  return installedAwsProvider(binary, config, dataDirectory);
}

const attachment = ({ source }: InstalledProvider, socket: string): string =>
  JSON.stringify({
    [source]: {
      Protocol: 'grpc',
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'unix', String: socket },
    },
  });
