import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that people wrote, from the workspace root; a copy that is no Git clone has the same. */
export function textFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return MADE.test(entry.name) ? [] : textFiles(root, path);
    return entry.isFile() && WRITTEN.test(entry.name) ? [path] : [];
  });
}

const MADE = /^(\.git|\.nx|\.terraform.*|node_modules|cdktf\.out|dist|coverage|tmp|out)$/;
const WRITTEN = /\.(tsx?|mjs|cjs|py|md|yml)$/;
