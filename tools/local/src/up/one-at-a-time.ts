import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { isAlive } from '@gatehouse/terraform';

/**
 * Claims an app's folder for this process: two runs would overwrite each other's stacks and Terraform data.
 *
 * @returns gives the folder free again
 * @throws Error when a living process has it
 */
export function claim(appDirectory: string): () => void {
  const directory = join(appDirectory, '.terraform-work');
  const file = join(directory, 'running.pid');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (isAlive(holder)) {
        throw new UserError(
          `${appDirectory} is in use: process ${holder} runs the local environment from it. ` +
            'Stop that one first, or start this one in another clone.',
        );
      }
      // Its process was killed before it could tidy up.
      rmSync(file, { force: true });
    }
  }
}
