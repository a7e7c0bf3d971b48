import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Package, WORKSPACE } from '../workspace';

/** `exports` that are published, by name: what is there for tests alone is not. */
export function publishedExports({ manifest }: Package): [name: string, file: string][] {
  return Object.entries(manifest.exports ?? {})
    .map(([name, target]): [string, string] => [name, typeof target === 'string' ? target : target.default])
    .filter(([, file]) => !file.startsWith('./testing/'));
}

/**
 * Files to compile, from the top: what a library exports, and all sources of a tool, which also starts some by their path.
 * What they import is compiled with them.
 */
export function entriesOf(each: Package): string[] {
  if (each.root.startsWith('libs/')) {
    return publishedExports(each)
      .filter(([, file]) => file.endsWith('.ts'))
      .map(([, file]) => join(each.root, file));
  }
  return sourcesIn(`${each.root}/src`).filter((file) => /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file));
}

/** Every file below a folder, from the top. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(join(WORKSPACE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(WORKSPACE.length + 1));
