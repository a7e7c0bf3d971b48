import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stands in for the built backend: the stacks look at an archive's bytes only. Removed after the tests of the file. */
export function archiveForTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-archive-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'api.zip');
  writeFileSync(path, 'the same bytes each time');
  return path;
}
