import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder';
import { type TerraformBinary } from '../find-terraform';
import { emulatorEndpoint, type StackConfig } from '../stack-config';
import { ProviderAnswers } from './answers';
import { type InstalledProvider, installedAwsProvider } from './installed-provider';
import { ProviderPool } from './provider-pool';
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
 * needs. Only for stacks in an emulator: a deployment to AWS depends on nothing but Terraform.
 *
 * @param run runs the command with these variables
 * @param kept keeps the provider up for the next command
 */
export async function withRememberedProvider<T>(
  command: ProviderCommand,
  run: (env: NodeJS.ProcessEnv) => Promise<T>,
  kept?: KeptProviders,
): Promise<T> {
  const provider = rememberedProvider(command);
  if (provider === undefined) return run({});
  const open = kept ? await kept.proxyFor(command, provider) : await openProxy(command, provider);
  try {
    open.proxy.types = await typesInUse(command, open.attach);
    return await run(open.attach);
  } finally {
    if (kept) open.proxy.trim();
    else await open.close();
  }
}

/** A proxy on a socket of its own. */
export interface OpenProxy {
  readonly proxy: ProviderProxy;
  /** What makes Terraform ask it. */
  readonly attach: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

async function openProxy({ cwd, env }: ProviderCommand, provider: InstalledProvider): Promise<OpenProxy> {
  const folder = mkdtempSync(join(tmpdir(), `gatehouse-provider-${process.pid}-`));
  const proxy = new ProviderProxy(
    new ProviderPool({ file: provider.file, cwd, env: { ...env, PLUGIN_UNIX_SOCKET_DIR: folder } }),
    new ProviderAnswers(join(cacheFolder(), 'provider-answers'), provider.file),
  );
  const socket = join(folder, 'terraform.sock');
  const close = async (): Promise<void> => {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await proxy.listen(socket);
  } catch (error) {
    await close();
    throw error;
  }
  // With it Terraform does not compute the hash of the provider's file either.
  return { proxy, attach: { TF_REATTACH_PROVIDERS: attachment(provider, socket) }, close };
}

/** Providers that stay up between commands on the same stack, for who runs many. */
export class KeptProviders {
  private readonly open = new Map<string, Promise<OpenProxy>>();

  proxyFor(command: ProviderCommand, provider: InstalledProvider): Promise<OpenProxy> {
    const place = JSON.stringify([provider, command.cwd, command.env]);
    const found = this.open.get(place) ?? openProxy(command, provider);
    this.open.set(place, found);
    return found;
  }

  async close(): Promise<void> {
    const all = [...this.open.values()];
    this.open.clear();
    for (const each of await Promise.allSettled(all)) if (each.status === 'fulfilled') await each.value.close();
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
