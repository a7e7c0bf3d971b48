import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** In bytes; the largest archive of a function has 250 MB. */
const MOST = 300_000_000;
const CHUNK = 1_000_000;

/**
 * The hash of a file, whatever is in it.
 *
 * @param name from the first of the folders
 * @param folders which it must be below: nothing else on this machine is read
 * @returns nothing where there is none
 */
export function fileHash(name: string, folders: readonly string[]): string | undefined {
  try {
    const path = realpathSync(resolve(folders[0] ?? '.', name));
    const stat = statSync(path);
    const isInside = folders.some((folder) => path.startsWith(realpathSync(folder) + sep));
    return isInside && stat.isFile() && stat.size <= MOST ? hashOf(path) : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
