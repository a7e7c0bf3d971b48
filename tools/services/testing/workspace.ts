import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];
afterAll(() => made.forEach((root) => rmSync(root, { recursive: true })));

/** A workspace with these files. Removed after the tests of the file. */
export function workspaceWith(files: Readonly<Record<string, string>>, name = 'gatehouse-services-'): string {
  const root = mkdtempSync(join(tmpdir(), name));
  made.push(root);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

/** The manifest of a service. */
export const manifest = JSON.stringify({ nx: { tags: ['type:service'] } });
