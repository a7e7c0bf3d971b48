import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../testing/workflows';

const read = (file: string): string => readFileSync(join(workspaceRoot, file), 'utf8');

describe('SECURITY.md', () => {
  it('names for every threat what holds it, and that exists', () => {
    const [, table = ''] = read('SECURITY.md').split('## Threat model');
    const rows = table.split('\n').filter((line) => /^\| (?!who has|-)/.test(line));

    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) {
      const links = [...row.split('|')[4]!.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file!);
      expect([row, links.length > 0 && links.every((file) => existsSync(join(workspaceRoot, file)))]).toEqual([
        row,
        true,
      ]);
    }
  });
});
