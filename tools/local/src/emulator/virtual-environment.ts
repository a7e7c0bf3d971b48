import { UserError } from '@gatehouse/cli-kit';
import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './environment';
import { requirementsFile } from './moto';

/**
 * Makes a virtual environment with the pinned moto, or finds the one made before.
 *
 * @returns path of its Python
 * @throws Error when Python has no venv or pip cannot install
 */
export async function makeVirtualEnvironment(cacheDirectory: string): Promise<string> {
  const pins = createHash('sha256').update(readFileSync(requirementsFile)).digest('hex').slice(0, 12);
  const directory = join(cacheDirectory, `moto-${pins}`);
  const python = join(directory, 'bin', 'python');
  // Written last: without it an earlier run was cut short.
  const complete = join(directory, 'complete');
  if (!existsSync(complete)) {
    rmSync(directory, { recursive: true, force: true });
    await step('python3', ['-m', 'venv', directory]);
    await step(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      requirementsFile,
    ]);
    writeFileSync(complete, '');
  }
  return python;
}

async function step(file: string, args: string[]): Promise<void> {
  const result = await execa(file, args, {
    env: childEnvironment({}),
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    all: true,
    timeout: 600_000,
  });
  if (result.failed) {
    const reason = result.code === 'ENOENT' ? 'not found' : result.all?.trim().split('\n').at(-1);
    throw new UserError(`${file} ${args.slice(0, 2).join(' ')}: ${reason || result.shortMessage}`);
  }
}
