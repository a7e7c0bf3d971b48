import { UserError } from '@gatehouse/cli-kit';
import { resolve } from 'node:path';
import { motoSettings } from './environment';
import { dockerImage, type MotoCommand, onPath, pinnedVersion, pythonModule } from './moto';
import { lastLine, run } from './run';
import { makeVirtualEnvironment } from './virtual-environment';

const defaultCache = resolve(__dirname, '../../../../node_modules/.cache/gatehouse');

/** An emulator that can be started here. */
export interface FoundEmulator {
  /** One line for the user: `moto 5.2.1 (moto_server on the PATH)`. */
  description: string;
  version: string;
  command: MotoCommand;
}

/** None of the four ways works here; the message tells for each why, and how to get it. */
export class EmulatorNotFoundError extends UserError {
  override name = 'EmulatorNotFoundError';

  constructor(attempts: Attempt[]) {
    const lines = attempts.map(
      (attempt, index) => `  ${index + 1}. ${attempt.name}: ${attempt.reason}\n     ${attempt.remedy}`,
    );
    super(
      `No AWS emulator found. Gatehouse runs on moto 5 in server mode; any one of these is enough:\n${lines.join('\n')}`,
    );
  }
}

interface Way {
  name: string;
  remedy: string;
  find: () => Promise<{ command: MotoCommand; version: string }>;
}

type Attempt = Omit<Way, 'find'> & { reason: string };

/**
 * Finds an emulator: `moto_server` on the PATH, else `python3 -m moto.server`, else a virtual
 * environment of our own in `cacheDirectory`, else the Docker image.
 *
 * @throws EmulatorNotFoundError naming all four and how to get each
 */
export async function findEmulator(options: { cacheDirectory?: string } = {}): Promise<FoundEmulator> {
  const failed: Attempt[] = [];
  for (const way of ways(pinnedVersion(), options.cacheDirectory ?? defaultCache)) {
    try {
      const { command, version } = await way.find();
      return { description: `moto ${version} (${way.name})`, version, command };
    } catch (error) {
      failed.push({ name: way.name, remedy: way.remedy, reason: (error as Error).message });
    }
  }
  throw new EmulatorNotFoundError(failed);
}

const ways = (pinned: string, cacheDirectory: string): Way[] => [
  {
    name: 'moto_server on the PATH',
    remedy: `Get it with: pipx install 'moto[server]==${pinned}'`,
    find: () => withVersion(onPath),
  },
  {
    name: 'python3 -m moto.server',
    remedy: `Get it with: python3 -m pip install 'moto[server]==${pinned}'`,
    find: () => withVersion(pythonModule('python3')),
  },
  {
    name: 'a virtual environment in node_modules/.cache',
    remedy:
      'It is made by itself where there are python3 (3.10 or newer, with venv) and a package index pip can reach.',
    find: async () => withVersion(pythonModule(await makeVirtualEnvironment(cacheDirectory))),
  },
  {
    name: `Docker image motoserver/moto:${pinned}`,
    remedy: `Install Docker, then: docker pull motoserver/moto:${pinned}`,
    find: async () => ({ command: await pulled(`motoserver/moto:${pinned}`), version: pinned }),
  },
];

/** Asks the Python behind the command, which shims hide, and so proves that our additions can be loaded into it. */
async function withVersion(command: MotoCommand): Promise<{ command: MotoCommand; version: string }> {
  const answer = await run(command.file, command.args('127.0.0.1', 0, {}), {
    timeout: 300_000,
    settings: motoSettings('version', ''),
  });
  const version = /^moto (\S+)$/m.exec(answer)?.[1];
  if (!version) throw new Error(lastLine(answer) || 'printed nothing');
  if (!version.startsWith('5.')) throw new Error(`has moto ${version}, expected moto 5`);
  return { command, version };
}

async function pulled(image: string): Promise<MotoCommand> {
  await run('docker', ['image', 'inspect', image], { timeout: 300_000 }).catch(() =>
    run('docker', ['pull', '--quiet', image], { timeout: 600_000 }),
  );
  return dockerImage(image);
}
