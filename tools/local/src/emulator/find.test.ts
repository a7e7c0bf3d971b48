import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmulatorNotFoundError, findEmulator } from './find';
import { pinnedVersion } from './moto';

// The commands are scripts on a PATH of the test's own, so what this machine has does not matter.
const realPath = process.env.PATH;
let bin: string;
const find = () => findEmulator({ cacheDirectory: join(bin, 'cache') });

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'gatehouse-find-'));
  process.env.PATH = bin;
});

afterEach(() => {
  process.env.PATH = realPath;
  rmSync(bin, { recursive: true });
});

function command(name: string, script: string): void {
  const file = join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

const notFound = async (): Promise<EmulatorNotFoundError> => {
  const error = await find().catch((reason: unknown) => reason);
  if (!(error instanceof EmulatorNotFoundError)) throw new Error(`expected EmulatorNotFoundError, found ${error}`);
  return error;
};

describe('finding an emulator', () => {
  it('takes moto_server on the PATH first, with the version of the Python behind it', async () => {
    command('moto_server', '[ "$GATEHOUSE_EMULATOR" = version ] && echo "moto 5.3.0"');
    command('python3', 'echo "moto 5.2.0"');
    const found = await find();
    expect(found).toMatchObject({ description: 'moto 5.3.0 (moto_server on the PATH)', version: '5.3.0' });
    expect(found.command.args('127.0.0.1', 4599, {})).toEqual(['-H', '127.0.0.1', '-p', '4599']);
  });

  it('takes python3 -m moto.server when there is no moto_server', async () => {
    command('python3', 'echo "moto 5.2.1"');
    const found = await find();
    expect(found.description).toBe('moto 5.2.1 (python3 -m moto.server)');
    expect([found.command.file, ...found.command.args('127.0.0.1', 4599, {})]).toEqual([
      'python3',
      '-m',
      'moto.server',
      '-H',
      '127.0.0.1',
      '-p',
      '4599',
    ]);
  });

  it('passes over a moto of another major version', async () => {
    command('moto_server', 'echo "moto 4.2.14"');
    command('python3', 'echo "moto 5.2.1"');
    expect((await find()).description).toBe('moto 5.2.1 (python3 -m moto.server)');
  });

  it('makes a virtual environment once when python3 has no moto, and again after one that was cut short', async () => {
    // Stands in for Python: its venv holds a python whose pip fails the first time.
    const inside = [
      '#!/bin/sh',
      '[ "$2" = pip ] || { echo "moto 5.2.1"; exit; }',
      'echo "pip $*" >> "$0.log"',
      `[ -e "${bin}/second" ] || { echo "no index" >&2; exit 1; }`,
    ].join('\n');
    command(
      'python3',
      `[ "$2" = venv ] || { echo "has no module moto"; exit; }
${realPath!
  .split(':')
  .map((directory) => `PATH="$PATH:${directory}"`)
  .join('\n')}
mkdir -p "$3/bin"; cat > "$3/bin/python" <<'PYTHON'
${inside}
PYTHON
chmod +x "$3/bin/python"; echo made >> "${bin}/made"`,
    );
    expect((await notFound()).message).toContain('-m pip: no index');
    writeFileSync(join(bin, 'second'), '');
    for (let round = 0; round < 2; round += 1) {
      const { description, command } = await find();
      expect(description).toBe('moto 5.2.1 (a virtual environment in node_modules/.cache)');
      expect(command.file).toMatch(/\/cache\/moto-[0-9a-f]{12}\/bin\/python$/);
    }
    expect(readFileSync(join(bin, 'made'), 'utf8')).toBe('made\nmade\n');
  });

  // On Linux alone a container reaches the loopback interface of its host.
  const linux = process.platform === 'linux';

  it('takes the Docker image last, for this machine only, without AWS settings of the user', async () => {
    command('docker', 'exit 0');
    const found = await find();
    expect(found.description).toBe(`moto ${pinnedVersion()} (Docker image motoserver/moto:${pinnedVersion()})`);
    const args = found.command.args('127.0.0.1', 4600, { GATEHOUSE_EMULATOR: 'on' });
    expect(args).toEqual([
      'run',
      '--rm',
      '--interactive',
      linux ? '--network=host' : '--publish=127.0.0.1:4600:4600',
      expect.stringMatching(/^--volume=.*\/tools\/local\/emulator:\/gatehouse:ro$/),
      '--env=GATEHOUSE_EMULATOR=on',
      '--env=PYTHONPATH=/gatehouse',
      '--entrypoint=moto_server',
      `motoserver/moto:${pinnedVersion()}`,
      '-H',
      linux ? '127.0.0.1' : '0.0.0.0',
      '-p',
      '4600',
    ]);
  });

  it('fails when there is none, naming all four ways, why each does not work and how to get it', async () => {
    const pinned = pinnedVersion();
    expect((await notFound()).message.split('\n')).toEqual([
      'No AWS emulator found. Gatehouse runs on moto 5 in server mode; any one of these is enough:',
      '  1. moto_server on the PATH: not found',
      `     Get it with: pipx install 'moto[server]==${pinned}'`,
      '  2. python3 -m moto.server: not found',
      `     Get it with: python3 -m pip install 'moto[server]==${pinned}'`,
      '  3. a virtual environment in node_modules/.cache: python3 -m venv: not found',
      '     It is made by itself where there are python3 (3.10 or newer, with venv) and a package index pip can reach.',
      `  4. Docker image motoserver/moto:${pinned}: not found`,
      `     Install Docker, then: docker pull motoserver/moto:${pinned}`,
    ]);
  });

  it('fails when python3 has no moto, cannot make a virtual environment and Docker does not run, with their own words', async () => {
    command('moto_server', 'echo "starting something else" >&2; exit 3');
    command(
      'python3',
      '[ "$2" = venv ] && { echo "No module named venv" >&2; exit 1; }; echo "Python 3.12.1 at /usr/bin/python3 has no module moto"',
    );
    command('docker', 'echo "Cannot connect to the Docker daemon" >&2; exit 1');
    const { message } = await notFound();
    expect(message).toContain('1. moto_server on the PATH: starting something else');
    expect(message).toContain('2. python3 -m moto.server: Python 3.12.1 at /usr/bin/python3 has no module moto');
    expect(message).toContain('3. a virtual environment in node_modules/.cache: python3 -m venv: No module named venv');
    expect(message).toContain(`: Cannot connect to the Docker daemon`);
  });
});
