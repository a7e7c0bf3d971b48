import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];
afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/**
 * A workspace in a temporary folder, gone after the tests of the file.
 *
 * @param files of the folder `environments`, by name: text, or a value to write as JSON
 * @returns the folder `environments`
 */
export function workspaceWith(files: Record<string, unknown>): string {
  const workspace = mkdtempSync(path.join(realpathSync(tmpdir()), 'gatehouse-environment-'));
  made.push(workspace);
  const directory = path.join(workspace, 'environments');
  mkdirSync(directory);
  for (const [name, content] of Object.entries({ 'schema.json': {}, ...files })) {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    writeFileSync(path.join(directory, name), text);
  }
  return directory;
}
