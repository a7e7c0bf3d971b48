import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
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

/** Without what the page is not built from. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : filesOf(path);
    return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [path];
  });
}

const SKIPPED: readonly string[] = ['dist', 'node_modules', 'testing', 'tests'];
