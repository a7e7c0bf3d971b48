import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the page is built from: the content of its sources and of the lock file, in one short name. */
export function digestOf(sources: string, lockFile: string): string {
  const hash = createHash('sha256');
  for (const file of [...filesOf(sources).sort(), lockFile]) {
    const content = readFileSync(file);
    hash.update(`${relative(sources, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Without what the page is not built from. Links count as what they lead to, each folder once. */
function filesOf(folder: string, seen = new Set<string>()): string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  return readdirSync(folder).flatMap((name) => {
    if (SKIPPED.includes(name) || /\.test\.tsx?$|\.md$/.test(name)) return [];
    const path = join(folder, name);
    // An editor's lock is a link to nothing.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) return filesOf(path, seen);
    return found?.isFile() ? [path] : [];
  });
}

const SKIPPED: readonly string[] = ['dist', 'node_modules', 'testing', 'tests'];
