import { UserError } from '@gatehouse/cli-kit';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirementsFile } from './moto';
import { run } from './run';

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
    const install = ['install', '--quiet', '--disable-pip-version-check', '-r', requirementsFile];
    await step(python, ['-m', 'pip', ...install]);
    writeFileSync(complete, '');
  }
  return python;
}

async function step(file: string, args: string[]): Promise<void> {
  await run(file, args, { timeout: 600_000 }).catch((error: Error) => {
    throw new UserError(`${file} ${args.slice(0, 2).join(' ')}: ${error.message}`);
  });
}
