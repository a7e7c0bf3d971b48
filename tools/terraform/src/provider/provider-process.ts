import { connect, type ClientHttp2Session } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { execa } from 'execa';

/** A provider that serves on a socket. */
export interface ProviderProcess {
  readonly session: ClientHttp2Session;
  /** Fulfilled when it is gone. */
  stop(): Promise<void>;
}

/** How a provider is started: as Terraform would. */
export interface ProviderStart {
  readonly file: string;
  /** It reads files that the configuration names relative to the stack. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The shell ends the provider when its input ends, so it never outlives us, however we end. */
const WITH_US = '"$0" -debug </dev/null & read -r _; kill -9 "$!"; wait "$!"';

/**
 * Starts a provider for one configuration.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export async function startProvider({ file, cwd, env }: ProviderStart): Promise<ProviderProcess> {
  const child = execa('/bin/sh', ['-c', WITH_US, file], {
    cwd,
    env,
    extendEnv: false,
    reject: false,
    buffer: false,
    cleanup: false,
    // Ctrl-C in a terminal must not reach it: Terraform finishes what it is doing.
    detached: true,
    stdin: 'pipe',
    // It logs there; what nobody reads would stop it.
    stderr: 'ignore',
  });
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await child;
  };
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += String(part);
      const [, attach] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(output) ?? [];
      if (attach !== undefined) resolve(addressOf(attach));
    });
    child.stdout.once('end', () => {
      void stop();
      reject(new Error(`${file} -debug ended without naming its socket`));
    });
  });
  const session = connect('http://provider', { createConnection: () => connectSocket(address) });
  // Each request reports its own failure.
  session.on('error', () => undefined);
  return {
    session,
    stop: () => {
      session.destroy();
      return stop();
    },
  };
}

function addressOf(attach: string): string {
  const [provider] = Object.values(JSON.parse(attach) as Record<string, { Addr: { String: string } }>);
  if (provider === undefined) throw new Error(`expected the address of a provider, found ${attach}`);
  return provider.Addr.String;
}
