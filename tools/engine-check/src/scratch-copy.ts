import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { execa } from 'execa';

/**
 * Copies the sources of a checkout, as they are now and without what Git ignores, into a new folder below the system's
 * temporary one.
 *
 * @throws UserError when the folder is no Git checkout
 */
export async function scratchCopy(checkout: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-engine-'));
  try {
    for (const file of await sourcesOf(checkout)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(checkout, file), join(folder, file));
    }
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
}

async function sourcesOf(checkout: string): Promise<string[]> {
  const list = await execa('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: checkout,
    reject: false,
  });
  if (list.failed) {
    throw new UserError(
      `${checkout}: expected a Git checkout, because "git ls-files" says what its sources are; ` +
        `git answered: ${list.stderr || list.originalMessage}`,
    );
  }
  // Git also lists a file that was deleted and not committed.
  return list.stdout.split('\0').filter((file) => file !== '' && existsSync(join(checkout, file)));
}
