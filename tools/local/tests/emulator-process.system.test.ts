import { until } from '@gatehouse/testing/until';
import { execa } from 'execa';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeExit,
  type Emulator,
  type EmulatorOptions,
  type FoundEmulator,
  findEmulator,
  startEmulator,
} from '../src/emulator';
import { additionsDirectory } from '../src/emulator/moto';
import { Aws } from './gaps';

const source = JSON.stringify(join(__dirname, '../src/emulator'));
const register = join(__dirname, '../../../register-ts.cjs');

const started: Emulator[] = [];

async function start(options?: EmulatorOptions): Promise<Emulator> {
  const emulator = await startEmulator(options);
  started.push(emulator);
  return emulator;
}

afterEach(() => Promise.all(started.splice(0).map((emulator) => emulator.stop())));

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/moto-api/gatehouse`, { signal: AbortSignal.timeout(60_000) }).then(
    () => true,
    () => false,
  );

describe('the emulator process', () => {
  it('answers on 127.0.0.1 and on no other address of this machine', async () => {
    const emulator = await start();
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === 'IPv4' && !address.internal)
      .map((address) => address!.address);
    expect(await answers(emulator.url)).toBe(true);
    for (const address of others) {
      expect(await answers(`http://${address}:${emulator.port}`)).toBe(false);
    }
    await emulator.stop();
    expect(await answers(emulator.url)).toBe(false);
    expect(describeExit(await emulator.exited)).toBe('The emulator was stopped.');
  });

  it('takes another port when the wished one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const emulator = await start({ port });
    expect(emulator.port).not.toBe(port);
    other.close();
  });

  it('fails with its last lines when it ends at once, and is not waited for', async () => {
    const broken: FoundEmulator = {
      description: 'moto 5 (broken)',
      version: '5',
      command: { file: 'python3', args: () => ['-c', 'raise SystemExit("flask is missing")'] },
    };
    await expect(start({ emulator: broken })).rejects.toThrow(
      /^moto 5 \(broken\) did not start on http:\/\/127\.0\.0\.1:\d+\. The emulator ended with exit code 1\. Its last lines:\n {2}flask is missing$/,
    );
  });

  it('tells a crash: how it ended and its last lines', async () => {
    const emulator = await start();
    await crash(emulator.port);
    const exit = await emulator.exited;
    expect(exit).toMatchObject({ stopped: false, signal: 'SIGKILL' });
    expect(describeExit(exit)).toContain('The emulator was ended by SIGKILL. Its last lines:\n');
  });

  it('ends with the process that started it, even when that one is killed', async () => {
    const script = `require(${source}).startEmulator().then((e) => console.log(e.url))`;
    const parent = execa(process.execPath, ['-r', register, '-e', script], { reject: false, buffer: false });
    const url = await new Promise<string>((resolve) => {
      parent.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
    });
    expect(await answers(url)).toBe(true);
    parent.kill('SIGKILL');
    await parent;
    await until(async () => !(await answers(url)));
  });

  it('gives the same ids after a restart', async () => {
    const ids = [];
    for (let round = 0; round < 2; round += 1) {
      const emulator = await start();
      const { UserPool } = await new Aws(emulator.url).idp('CreateUserPool', { PoolName: 'users' });
      ids.push(UserPool.Id);
      await emulator.stop();
    }
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('our additions on PYTHONPATH', () => {
  const python = (code: string, PYTHONPATH: string) => execa('python3', ['-c', code], { env: { PYTHONPATH } });

  it('change nothing in a Python process that is not the emulator', async () => {
    const { stdout } = await python(
      'import sys; print([name for name in (*sys.modules, *map(str, sys.meta_path)) if "gatehouse" in name])',
      additionsDirectory,
    );
    expect(stdout).toBe('[]');
  });

  it('run the sitecustomize they come before', async () => {
    const theirs = mkdtempSync(join(tmpdir(), 'gatehouse-site-'));
    writeFileSync(join(theirs, 'sitecustomize.py'), 'print("theirs ran")\n');
    const { stdout } = await python('print("then the program")', `${additionsDirectory}:${theirs}`);
    expect(stdout).toBe('theirs ran\nthen the program');
    rmSync(theirs, { recursive: true });
  });

  it('load into the emulator that was found here', async () => {
    const found = await findEmulator();
    expect(found.description).toMatch(/^moto 5\.\S+ \(.+\)$/);
  });
});

/** Kills the server of that port. */
async function crash(port: number): Promise<void> {
  const { stdout } = await execa('pgrep', ['-f', '--', `-p ${port}$`]);
  for (const pid of stdout.split('\n')) {
    process.kill(Number(pid), 'SIGKILL');
  }
}
