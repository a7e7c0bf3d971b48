import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that its owner alone may read, in one step: who reads it meanwhile gets the old text or the new one, never a part.
 *
 * @throws the file system's error
 */
export function replaceFile(path: string, text: string): void {
  const unfinished = join(dirname(path), `.${basename(path)}.tmp`);
  // A killed process may have left one, with other rights.
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, path);
}
