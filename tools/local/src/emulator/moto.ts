import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The Python additions, loaded into moto's process through PYTHONPATH. */
export const additionsDirectory = resolve(__dirname, '../../emulator');

/** Pinned: the additions are written against this release. */
export const requirementsFile = join(additionsDirectory, 'requirements.txt');

/** The pinned release as `5.2.1`. */
export function pinnedVersion(): string {
  const version = /^moto\[server\]==(\S+)$/m.exec(readFileSync(requirementsFile, 'utf8'))?.[1];
  if (!version) throw new Error(`${requirementsFile}: expected a line "moto[server]==<version>"`);
  return version;
}

/** How one found moto is run. */
export interface MotoCommand {
  file: string;
  args: (host: string, port: number, environment: Record<string, string>) => string[];
}

const serverArguments = (host: string, port: number): string[] => ['-H', host, '-p', String(port)];

export const onPath: MotoCommand = { file: 'moto_server', args: serverArguments };

export const pythonModule = (python: string): MotoCommand => ({
  file: python,
  args: (host, port) => ['-m', 'moto.server', ...serverArguments(host, port)],
});

/**
 * On Linux the container has this machine's network, so that it reaches the bridge on the loopback interface. Docker
 * Desktop has another name for this machine; there moto listens on every interface of the container, and the published
 * port stays on this machine.
 */
export const dockerImage = (image: string): MotoCommand => ({
  file: 'docker',
  args: (host, port, environment) => [
    'run',
    '--rm',
    '--interactive',
    ...(linux ? ['--network=host'] : [`--publish=${host}:${port}:${port}`]),
    `--volume=${additionsDirectory}:/gatehouse:ro`,
    ...Object.entries({ ...environment, PYTHONPATH: '/gatehouse' }).map(([k, v]) => `--env=${k}=${inside(k, v)}`),
    '--entrypoint=moto_server',
    image,
    ...serverArguments(linux ? host : '0.0.0.0', port),
  ],
});

const linux = process.platform === 'linux';

const inside = (name: string, value: string): string =>
  !linux && name === 'GATEHOUSE_EMULATOR_BRIDGE' ? value.replace('127.0.0.1', 'host.docker.internal') : value;
